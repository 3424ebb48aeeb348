/** Start points of JavaScript and TypeScript programs: files that were asked for, else those that manifests start. Must not know how a run works. */
import type { EntryProblem } from '../checks/unresolved-entry-point.ts';
import { isScriptFile, scriptEntries } from '../frontends/typescript/entry-points.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { forEachCall } from '../ir/walk.ts';
import type { AnalysisRequest } from './api.ts';
import { isAside } from './entry-folders.ts';
import type { AnalysisMemory } from './memory.ts';
import { moduleName } from './script-program.ts';
import type { NamedEntry, StartPoint } from './start-point.ts';

/** More programs than this are not run. */
const MAX_PROGRAMS = 10;

export interface NamedScripts {
  readonly points: readonly StartPoint[];
  readonly problems: readonly EntryProblem[];
}

/** Those of the named entry points that are files of this language. */
export function namedScripts(
  request: AnalysisRequest,
  memory: AnalysisMemory,
  named: readonly NamedEntry[],
): NamedScripts {
  const points: StartPoint[] = [];
  const problems: EntryProblem[] = [];
  for (const { written, index, isTarget } of named) {
    if (!isScriptFile(written)) continue;
    const file = written.replace(/^(?:\.\/)+/, '');
    const program = request.fileSystem.exists(file) ? memory.scripts.program() : undefined;
    const node = program?.node(file);
    if (!program) problems.push({ kind: 'missing', index, value: written });
    else if (!isTarget && node && startsNothing(node))
      problems.push({ kind: 'starts-nothing', index, value: written });
    else points.push(pointOf(file, 'module', moduleName(file)));
  }
  return { points, problems };
}

/** Whether a file only defines: it imports nothing, and nothing in it is called when it is loaded. */
function startsNothing({ body }: ModuleNode): boolean {
  let calls = false;
  forEachCall(body, () => (calls = true));
  return !calls && !body.some(({ kind }) => kind.startsWith('import'));
}

export function foundScripts(
  request: AnalysisRequest,
  memory: AnalysisMemory,
  files: readonly string[],
): readonly StartPoint[] {
  const folders = new Map<string, boolean>();
  const own = files.filter((file) => !isAside(file, folders));
  const entries = scriptEntries(request.fileSystem, own).slice(0, MAX_PROGRAMS);
  if (entries.length === 0 || !memory.scripts.program()) return [];
  return entries.map(({ file, kind, name }) => pointOf(file, kind, name));
}

function pointOf(file: string, kind: string, name: string): StartPoint {
  return {
    file,
    entry: { module: file, asMain: false, serve: undefined, call: undefined },
    roots: { first: [''], further: [], module: file },
    report: { file, line: 1, kind, name },
    isScript: true,
  };
}
