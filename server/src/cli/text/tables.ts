/** The state of everything, wired or not, in tables: components, events, what could not be followed. */
import type {
  EventVerdict,
  Report,
  ReportComponent,
  ReportEmitter,
  ReportEvent,
  Verdict,
} from '../../analysis/report.ts';
import { columnWidths, counted } from './layout.ts';
import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';

/** A cell is padded first and painted then: colours take no columns. */
interface Cell {
  readonly text: string;
  readonly paint?: Paint;
}

/** Per component its injection point and the verdict in every environment. */
export function componentLines(style: Style, report: Report): readonly string[] {
  if (report.components.length === 0) return [];
  const environments = environmentKeys(report);
  const head = [
    'component',
    'injection point',
    ...environments.map((name) => name || 'verdict'),
    'defined at',
  ];
  const rows = report.components.map((component) => componentRow(style, component, environments));
  const table = tableLines([head.map((text) => ({ text, paint: style.dim })), ...rows]);
  return [
    style.bold('Components'),
    ...table.flatMap((line, index) => {
      const component = report.components[index - 1];
      return component ? [line, ...lostLines(style, component, report.events.length)] : [line];
    }),
  ];
}

/** What `verdicts` is keyed by: the environments, or the empty name where there are none. */
function environmentKeys(report: Report): readonly string[] {
  return report.environments.length === 0 ? [''] : report.environments;
}

function componentRow(
  style: Style,
  component: ReportComponent,
  environments: readonly string[],
): readonly Cell[] {
  const { injectionPoint } = component;
  const isCalled = injectionPoint.kind === 'setter' || injectionPoint.kind === 'module-setter';
  return [
    { text: printable(component.component), paint: style.bold },
    { text: printable(injectionPoint.name) + (isCalled ? '()' : '') },
    ...environments.map((name) => {
      const verdict = component.verdicts[name];
      return verdict === undefined
        ? { text: '-', paint: style.dim }
        : { text: verdict, paint: verdictPaint(style, verdict) };
    }),
    { text: `${style.file(component.file)}:${component.line}`, paint: style.dim },
  ];
}

function lostLines(style: Style, { lostEvents }: ReportComponent, all: number): readonly string[] {
  if (lostEvents.length === 0) return [];
  const share =
    all >= lostEvents.length
      ? `${lostEvents.length} of ${counted(all, 'event')}`
      : counted(lostEvents.length, 'event');
  return [`    ${style.red(`loses ${share}:`)} ${lostEvents.map(printable).join(', ')}`];
}

function verdictPaint(style: Style, verdict: Verdict): Paint {
  if (verdict === 'wired') return style.green;
  if (verdict === 'unused' || verdict === 'unresolved') return style.dim;
  return verdict === 'conditional' ? style.yellow : style.red;
}

/** Per event whether it can be delivered, and by whom. */
export function eventLines(style: Style, events: readonly ReportEvent[]): readonly string[] {
  if (events.length === 0) return [];
  const deliverable = events.filter((event) => event.verdict === 'deliverable').length;
  const paint = deliverable === events.length ? style.green : style.red;
  const rows = events.map((event) => [
    { text: printable(event.name) },
    { text: event.verdict, paint: eventPaint(style, event.verdict) },
    { text: emitters(style, event.emitters), paint: style.dim },
  ]);
  return [
    `${style.bold('Events')} ${paint(`${deliverable}/${events.length} deliverable`)}`,
    ...tableLines(rows),
  ];
}

function eventPaint(style: Style, verdict: EventVerdict): Paint {
  return verdict === 'deliverable' ? style.green : style.red;
}

const SHOWN_EMITTERS = 2;

function emitters(style: Style, places: readonly ReportEmitter[]): string {
  const shown = places.slice(0, SHOWN_EMITTERS).map((place) => {
    const state = place.reached ? (place.wired ? '' : ' (not wired)') : ' (never reached)';
    const through = place.through === '' ? '' : ` through ${printable(place.through)}`;
    return `${style.file(place.file)}:${place.line}${through}${state}`;
  });
  const rest = places.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

/** What could not be followed: how many, or each of them. */
export function unresolvedLines(style: Style, report: Report, all: boolean): readonly string[] {
  const { unresolved } = report;
  if (unresolved.length === 0) return [];
  if (!all)
    return [
      style.dim(`${counted(unresolved.length, 'place')} could not be followed; --unresolved lists them`),
    ];
  const rows = unresolved.map(({ file, line, reason }) => [
    { text: `${style.file(file)}:${line}` },
    { text: printable(reason), paint: style.dim },
  ]);
  return [style.bold(`Not followed (${unresolved.length})`), ...tableLines(rows)];
}

function tableLines(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths = columnWidths(rows.map((row) => row.map((cell) => cell.text)));
  return rows.map((row) => {
    const cells = row.map(({ text, paint = plain }, column) => {
      const isLast = column === row.length - 1;
      return paint(isLast ? text : text.padEnd(widths[column] ?? 0));
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function plain(text: string): string {
  return text;
}
