/**
 * What the checks found, as the report: offsets become lines and columns, maps become records, everything gets its order.
 * Must not know how it was found.
 */
import type { EventState } from '../wiring/event-states.ts';
import type { Component, Finding, FindingStep, Injection, Instance } from '../wiring/types.ts';
import { worstVerdict } from '../wiring/types.ts';
import type { Place } from '../engine/objects.ts';
import type { Places } from './places.ts';
import type {
  ReportComponent,
  ReportEmitter,
  ReportEvent,
  ReportFinding,
  ReportInjection,
  ReportInstance,
  ReportPlace,
  ReportRange,
  ReportStep,
} from './report.ts';

/** In the order of `file`, then `line`, then injection point. */
export function reportComponents(
  components: readonly Component[],
  places: Places,
): readonly ReportComponent[] {
  return components
    .map((component) => reportComponent(component, places))
    .sort((a, b) => byPlace(a, b) || byPlace(a.injectionPoint, b.injectionPoint));
}

/** In the order of `file`, then place, then check; each with what it was made of. */
export function reportFindings(
  findings: readonly Finding[],
  places: Places,
): ReadonlyMap<ReportFinding, Finding> {
  const reported = findings.map((finding) => [reportFinding(finding, places), finding] as const);
  return new Map(reported.toSorted(([a], [b]) => byRange(a, b)));
}

/** In the order in which the events are declared; emitters in the order of `file`, then `line`. */
export function reportEvents(states: readonly EventState[], places: Places): readonly ReportEvent[] {
  return states.map(({ name, verdict, emitters }) => ({
    name,
    verdict,
    emitters: distinctLines(
      emitters.map(({ site, reached, through, sendings }) => ({
        ...lineOf(site.name, places),
        reached,
        wired: reached && sendings.every((sending) => sending.wired),
        through,
      })),
    ),
  }));
}

/** Two calls on one line that say the same are one. */
function distinctLines(emitters: readonly ReportEmitter[]): readonly ReportEmitter[] {
  const lines = new Map(emitters.map((emitter) => [JSON.stringify(emitter), emitter]));
  return [...lines.values()].sort(byPlace);
}

/** The order of places in a report. */
export function byPlace(a: ReportPlace, b: ReportPlace): number {
  return compareText(a.file, b.file) || a.line - b.line;
}

function byRange(a: ReportFinding, b: ReportFinding): number {
  const left = a.range.start;
  const right = b.range.start;
  return (
    compareText(a.file, b.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(a.check, b.check)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function reportComponent(component: Component, places: Places): ReportComponent {
  const { kind, name, attribute, place } = component.injectionPoint;
  return {
    component: component.name,
    kind: component.kind,
    ...lineOf(component.place, places),
    injectionPoint: { kind, name, attribute, ...lineOf(place, places) },
    verdict: component.verdict,
    verdicts: Object.fromEntries(component.verdicts),
    instances: linesOf(component.instances, places),
    injections: component.injections.map((injection) => reportInjection(injection, places)),
    lostEvents: component.lostEvents,
  };
}

function reportInjection({ place, phase, reached, guards }: Injection, places: Places): ReportInjection {
  return { ...lineOf(place, places), phase, reached, guards };
}

/** Each line once, in order, with the worst of its verdicts. */
function linesOf(all: readonly Instance[], places: Places): readonly ReportInstance[] {
  const lines = new Map<string, ReportInstance>();
  for (const { place, verdict } of all) {
    const line = lineOf(place, places);
    const key = `${line.file}:${line.line}`;
    lines.set(key, { ...line, verdict: worstVerdict([lines.get(key)?.verdict ?? verdict, verdict]) });
  }
  return [...lines.values()].sort(byPlace);
}

function reportFinding(finding: Finding, places: Places): ReportFinding {
  const { check, severity, message, component, environments, steps } = finding;
  return {
    check,
    severity,
    message,
    component,
    ...rangeOf(finding.place, places),
    environments: environments.filter((name) => name !== ''),
    steps: steps.flatMap((step) => reportStep(step, places)),
    fixes: [],
  };
}

function rangeOf(
  place: Finding['place'],
  places: Places,
): { readonly file: string; readonly range: ReportRange } {
  if (!('module' in place)) return { file: place.file, range: { start: place.start, end: place.end } };
  return { file: place.module.path, range: places.range(place) };
}

/** A step in a library model is not in a file that can be opened. */
function reportStep({ place, kind, message, state }: FindingStep, places: Places): readonly ReportStep[] {
  const location = places.locate(place);
  if (!location) return [];
  return [{ file: location.file, line: location.line, kind, message, state: state ?? '' }];
}

function lineOf(place: Place, places: Places): ReportPlace {
  return { file: place.module.path, line: places.range(place).start.line };
}
