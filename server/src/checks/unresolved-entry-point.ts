/** No entry point was found, or the declared one is missing. */
import type { Configuration } from '../config/configuration.ts';
import { nearMiss } from '../base/near-miss.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { Finding } from '../wiring/types.ts';
import { type Check, pageOf } from './check.ts';
import { settingCorrections } from './fixes/setting.ts';
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
  const corrections = (context: CorrectionContext): Iterable<Correction> =>
    settingCorrections(context, place, problem.value, pathsLike(context, problem.value));
  return { ...about, message, place, corrections };
}

/** Files of the same name elsewhere, the nearest first, then one that is a slip away. */
function pathsLike({ files }: CorrectionContext, value: string): readonly string[] {
  const [path = '', name] = value.split(':');
  const base = path.slice(path.lastIndexOf('/') + 1);
  const all = files();
  const same = all.filter((file) => file !== path && (file === base || file.endsWith(`/${base}`)));
  const near = same.length > 0 ? undefined : nearMiss(path, all);
  const found = [...same, ...(near === undefined ? [] : [near])].slice(0, MAX_PATHS);
  return name === undefined ? found : found.map((file) => `${file}:${name}`);
}

/** More paths than this are not tried. */
const MAX_PATHS = 4;
