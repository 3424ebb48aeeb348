/** No entry point was found, or the declared one is missing. */
import type { Configuration, SettingPlace } from '../config/configuration.ts';
import type { Finding } from '../wiring/types.ts';
import { type Check, pageOf } from './check.ts';

export const UNRESOLVED_ENTRY_POINT: Check = {
  id: 'unresolved-entry-point',
  summary: 'no entry point was found, or the declared one is missing',
  severity: 'error',
  url: pageOf('unresolved-entry-point'),
};

/** An entry point that was named and cannot be started, as the search words it. */
export interface EntryProblem {
  readonly message: string;
  /** What was written. */
  readonly written: string;
  /** Where it stands in the configuration; `undefined` where it was named on the command line. */
  readonly place: SettingPlace | undefined;
}

/** One finding for what the configuration names; contracts without anything to start from are one as well. */
export function entryFindings(
  configuration: Configuration,
  problems: readonly EntryProblem[],
  runs: number,
): readonly Omit<Finding, 'severity'>[] {
  const about = { check: UNRESOLVED_ENTRY_POINT.id, component: '', environments: [], steps: [], events: [] };
  const file = configuration.file ?? '';
  const found = problems.flatMap(({ message, written, place }) => {
    if (!place) return [];
    const end = { line: place.line, column: place.column + JSON.stringify(written).length };
    return [{ ...about, message, place: { file, start: place, end } }];
  });
  if (runs > 0 || problems.length > 0 || configuration.contracts.length === 0) return found;
  const start = { line: 1, column: 1 };
  const message = 'No entry point was found, so none of the contracts can be checked.';
  return [{ ...about, message, place: { file, start, end: start } }];
}
