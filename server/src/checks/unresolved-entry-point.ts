/** No entry point was found, or the declared one is missing. */
import type { Configuration } from '../config/configuration.ts';
import type { Finding } from '../wiring/types.ts';
import { type Check, pageOf } from './check.ts';
import { settingPlace } from './invalid-contract.ts';

export const UNRESOLVED_ENTRY_POINT: Check = {
  id: 'unresolved-entry-point',
  summary: 'no entry point was found, or the declared one is missing',
  severity: 'error',
  url: pageOf('unresolved-entry-point'),
};

/** What the search for entry points could not make sense of; `index` is the place in the configuration's list. */
export type EntryProblem =
  | { readonly kind: 'missing'; readonly index: number; readonly value: string }
  | { readonly kind: 'starts-nothing'; readonly index: number; readonly value: string }
  | { readonly kind: 'none-found' };

export function entryFinding(configuration: Configuration, problem: EntryProblem): Omit<Finding, 'severity'> {
  const about = { check: UNRESOLVED_ENTRY_POINT.id, component: '', environments: [], steps: [], events: [] };
  if (problem.kind === 'none-found') {
    const start = { line: 1, column: 1 };
    return {
      ...about,
      message: 'No entry point was found, so none of the contracts can be checked.',
      place: { file: configuration.file ?? '', start, end: start },
    };
  }
  const place = settingPlace(configuration, `entryPoints/${problem.index}`, problem.value);
  const message =
    problem.kind === 'missing'
      ? `The entry point ${problem.value} does not exist.`
      : `The entry point ${problem.value} starts nothing: no application, lifespan, startup handler or main() is in it.`;
  return { ...about, message, place };
}
