/** Which interpreter a suite runs with. Must not start it. */
import type { Configuration } from '../config/configuration.ts';
import type { FileSystem } from '../source/file-system.ts';

const FOLDERS = ['.venv', 'venv', 'env'];
const PLACES = ['bin/python', 'Scripts/python.exe'];

/**
 * The one that is given (an editor knows it), else that of a virtual environment of the suite's folder or of the root, else the
 * configured one; undefined: `python` means what it means in a terminal. Absolute, if `join` makes it so.
 */
export function chooseInterpreter(
  given: string | undefined,
  fileSystem: FileSystem,
  configuration: Configuration,
  folder: string,
  join: (path: string) => string,
): string | undefined {
  if (given !== undefined && given !== '') return given;
  const roots = folder === '' ? [''] : [`${folder}/`, ''];
  const candidates = roots.flatMap((root) =>
    FOLDERS.flatMap((name) => PLACES.map((place) => `${root}${name}/${place}`)),
  );
  const own = candidates.find((path) => fileSystem.exists(path));
  return own === undefined ? configuration.python : join(own);
}
