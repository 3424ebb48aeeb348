/** Joins a run of a suite with the dry run: which finding explains a lost event, which finding the run confirms. Must not know how either was made. */
import type { Report, ReportFinding } from '../analysis/report.ts';
import type { EventObservation, Explanation, SuiteResult } from './suite.ts';

/** The result with every event that was not observed explained by the findings that cost it. */
export function explained(result: SuiteResult, report: Report): SuiteResult {
  return {
    ...result,
    events: result.events.map((event) => withExplanations(event, report, result.environment)),
  };
}

function withExplanations(event: EventObservation, report: Report, environment: string): EventObservation {
  if (event.observed) return event;
  const losers = new Set(
    report.components
      .filter(({ lostEvents }) => lostEvents.includes(event.name))
      .map(({ component }) => component),
  );
  const explanations = report.findings
    .filter((finding) => holdsIn(finding, environment))
    .filter((finding) => losers.has(finding.component) || aboutEvent(finding, event.name))
    .map(explanationOf);
  return { ...event, explanations };
}

function holdsIn(finding: ReportFinding, environment: string): boolean {
  return (
    environment === '' || finding.environments.length === 0 || finding.environments.includes(environment)
  );
}

const EVENT_CHECKS: ReadonlySet<string> = new Set([
  'event-unwired',
  'event-unreachable',
  'unknown-event',
  'unbalanced-events',
]);

function aboutEvent(finding: ReportFinding, event: string): boolean {
  return EVENT_CHECKS.has(finding.check) && new RegExp(`\\b${event}\\b`).test(finding.message);
}

function explanationOf({ check, file, range, message }: ReportFinding): Explanation {
  return { check, file, line: range.start.line, column: range.start.column, message };
}

/** What a run says about one finding. */
export type Confirmation = 'confirmed' | 'contradicted' | 'not-shown';

/** A finding is confirmed by a run in which none of the events that it costs was observed, and contradicted by one of them. */
export function confirmationOf(finding: ReportFinding, report: Report, result: SuiteResult): Confirmation {
  if (result.evidence !== 'observed' || !holdsIn(finding, result.environment)) return 'not-shown';
  const component = report.components.filter((row) => row.component === finding.component);
  const lost = new Set(component.flatMap(({ lostEvents }) => lostEvents));
  const about = result.events.filter(({ name }) => lost.has(name));
  if (about.length === 0) return 'not-shown';
  return about.some(({ observed }) => observed) ? 'contradicted' : 'confirmed';
}
