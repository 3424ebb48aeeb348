/** Texts of files as they are typed, read: the last few are not read again. Must not know what is done with them. */
import { lowerPythonModule } from '../../frontends/python/frontend.ts';
import { isScriptFile } from '../../frontends/typescript/entry-points.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import type { ScriptProgram } from '../script-program.ts';

/** Reads the text of a file; `undefined` where that is no code. */
export type Parse = (path: string, text: string) => ModuleNode | undefined;

const MOST = 4;

/** @param scripts what reads scripts, where they are read at all. */
export function lastParsed(scripts: () => ScriptProgram | undefined): Parse {
  const known: ModuleNode[] = [];
  const read: Parse = (path, text) => {
    if (path.endsWith('.py')) return lowerPythonModule(path, text);
    return isScriptFile(path) ? scripts()?.lower(path, text) : undefined;
  };
  return (path, text) => {
    const at = known.findIndex((each) => each.path === path && each.text === text);
    const node = at < 0 ? read(path, text) : known.splice(at, 1)[0];
    if (node) known.unshift(node);
    known.splice(MOST);
    return node;
  };
}
