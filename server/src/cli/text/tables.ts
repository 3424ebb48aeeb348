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

/** Per component its injection point and the verdict in every environment; those that nothing uses are counted, unless `all` is wanted. */
export function componentLines(style: Style, report: Report, all: boolean): readonly string[] {
  if (report.components.length === 0) return [];
  const shown = report.components.filter(({ verdict }) => all || verdict !== 'unused');
  const hidden = report.components.length - shown.length;
  const rest =
    hidden === 0 ? [] : [style.dim(`${counted(hidden, 'component')} that nothing uses; --all lists them`)];
  return [...(shown.length === 0 ? [] : componentTable(style, report, shown)), ...rest];
}

function componentTable(
  style: Style,
  report: Report,
  components: readonly ReportComponent[],
): readonly string[] {
  const environments = environmentKeys(report);
  const head = [
    'component',
    'injection point',
    ...environments.map((name) => name || 'verdict'),
    'defined at',
  ];
  const names = injectionPointNames(components);
  const rows = components.map((component, index) =>
    componentRow(style, component, names[index] ?? '', environments),
  );
  const table = tableLines([head.map((text) => ({ text, paint: style.dim })), ...rows]);
  return [
    style.bold('Components'),
    ...table.flatMap((line, index) => {
      const component = components[index - 1];
      return component ? [line, ...lostLines(style, component, report.events)] : [line];
    }),
  ];
}

/** What `verdicts` is keyed by: the environments, or the empty name where there are none. */
function environmentKeys(report: Report): readonly string[] {
  return report.environments.length === 0 ? [''] : report.environments;
}

/** A setter of several dependencies has a row for each: those say which. */
function injectionPointNames(components: readonly ReportComponent[]): readonly string[] {
  const rows = new Map<string, number>();
  const keys = components.map(({ component, file, line, injectionPoint: { name } }) =>
    [file, line, component, name].join('\0'),
  );
  for (const key of keys) rows.set(key, (rows.get(key) ?? 0) + 1);
  return components.map(({ injectionPoint: { kind, name, attribute } }, index) => {
    const called = kind === 'setter' || kind === 'module-setter' ? `${name}()` : name;
    const isShared = (rows.get(keys[index] ?? '') ?? 0) > 1;
    return isShared ? `${called} for ${attribute}` : called;
  });
}

function componentRow(
  style: Style,
  component: ReportComponent,
  injectionPoint: string,
  environments: readonly string[],
): readonly Cell[] {
  return [
    { text: printable(component.component), paint: style.bold },
    { text: printable(injectionPoint) },
    ...environments.map((name) => {
      const verdict = component.verdicts[name];
      return verdict === undefined
        ? { text: '-', paint: style.dim }
        : { text: verdict, paint: verdictPaint(style, verdict) };
    }),
    { text: `${style.file(component.file)}:${component.line}`, paint: style.dim },
  ];
}

function lostLines(
  style: Style,
  { lostEvents }: ReportComponent,
  events: readonly ReportEvent[],
): readonly string[] {
  if (lostEvents.length === 0) return [];
  const areCritical = lostEvents.every((lost) => events.some(({ name }) => name === lost));
  const share = areCritical
    ? `${lostEvents.length} of ${counted(events.length, 'event')}`
    : counted(lostEvents.length, 'event');
  return [`    ${style.red(`loses ${share}:`)} ${lostEvents.map(printable).join(', ')}`];
}

function verdictPaint(style: Style, verdict: Verdict): Paint {
  if (verdict === 'wired') return style.green;
  if (verdict === 'unused' || verdict === 'unresolved') return style.dim;
  return verdict === 'conditional' ? style.yellow : style.red;
}

/** Per event whether it can be delivered, and below it by whom: what is wrong first. */
export function eventLines(style: Style, events: readonly ReportEvent[]): readonly string[] {
  if (events.length === 0) return [];
  const deliverable = events.filter((event) => event.verdict === 'deliverable').length;
  const paint = deliverable === events.length ? style.green : style.red;
  const rows = events.map((event) => [
    { text: printable(event.name) },
    { text: event.verdict, paint: eventPaint(style, event.verdict) },
  ]);
  const lines = tableLines(rows);
  return [
    `${style.bold('Events')} ${paint(`${deliverable}/${events.length} deliverable`)}`,
    ...events.flatMap(({ emitters }, index) => [lines[index] ?? '', ...emitterLines(style, emitters)]),
  ];
}

function eventPaint(style: Style, verdict: EventVerdict): Paint {
  return verdict === 'deliverable' ? style.green : style.red;
}

const SHOWN_EMITTERS = 3;

function emitterLines(style: Style, emitters: readonly ReportEmitter[]): readonly string[] {
  const ranked = emitters.toSorted((a, b) => rank(a) - rank(b));
  const rest = ranked.length - SHOWN_EMITTERS;
  const lines = ranked.slice(0, SHOWN_EMITTERS).map((emitter) => {
    const through = emitter.through === '' ? '' : ` through ${printable(emitter.through)}`;
    return `${style.file(emitter.file)}:${emitter.line}${through}${stateOf(emitter)}`;
  });
  return [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].map((line) => `      ${style.dim(line)}`);
}

/** What is reached and cannot send is what a reader looks for. */
function rank({ reached, wired }: ReportEmitter): number {
  if (!reached) return 2;
  return wired ? 1 : 0;
}

function stateOf({ reached, wired }: ReportEmitter): string {
  if (!reached) return ', never reached';
  return wired ? '' : ', which is not there';
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
