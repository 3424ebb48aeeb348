/** The configuration names what does not exist. */
import type { Configuration } from '../config/configuration.ts';
import { placeOf } from '../config/configuration.ts';
import { nearMiss } from '../base/near-miss.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { InvalidContract } from '../wiring/declared.ts';
import type { FilePlace } from '../wiring/types.ts';
import { type Check, pageOf } from './check.ts';
import { settingCorrections } from './fixes/setting.ts';

export const INVALID_CONTRACT: Check = {
  id: 'invalid-contract',
  summary: 'the configuration names what does not exist',
  severity: 'error',
  url: pageOf('invalid-contract'),
};

export function invalidMessage({ value, problem }: InvalidContract): string {
  return problem.kind === 'no-component'
    ? `No class or module is named ${value}.`
    : `${problem.component} has no method ${value}().`;
}

/** The name that was probably meant. */
export function nameCorrections(
  context: CorrectionContext,
  { value, names }: InvalidContract,
  place: FilePlace,
): Iterable<Correction> {
  const meant = nearMiss(value, names());
  return meant === undefined ? [] : settingCorrections(context, place, value, [meant]);
}

/** Where a setting stands, with its quotes; the start of the file where that is not known. */
export function settingPlace(configuration: Configuration, path: string, value: string): FilePlace {
  const start = placeOf(configuration, path) ?? { line: 1, column: 1 };
  const end = { line: start.line, column: start.column + JSON.stringify(value).length };
  return { file: configuration.file ?? '', start, end };
}
