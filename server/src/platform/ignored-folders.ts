/** Folders that hold nothing a person wrote for this application. Must not know the disk. */

const ALWAYS = new Set([
  'node_modules',
  '__pycache__',
  '__pypackages__',
  'site-packages',
  'bower_components',
]);

/** Names of build output, which are also good names for packages: ignored unless the folder is one. */
const BUILD_OUTPUT = new Set(['build', 'dist', 'out', 'htmlcov', 'coverage']);

/** Whether a folder is left out of a walk, by its name and the names in it. */
export function isIgnoredFolder(name: string, contents: ReadonlyMap<string, unknown>): boolean {
  if (name.startsWith('.') || ALWAYS.has(name) || name.endsWith('.egg-info')) return true;
  // Every virtual environment has this file at its top (PEP 405).
  if (contents.has('pyvenv.cfg')) return true;
  return BUILD_OUTPUT.has(name) && !contents.has('__init__.py');
}
