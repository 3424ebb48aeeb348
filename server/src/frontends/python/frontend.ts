/** From the text of a Python file to the IR. Must not know where files come from nor what runs the result. */
import type { Block, ModuleNode, SyntaxProblem } from '../../ir/nodes.ts';
import { PYTHON_DIALECT } from './dialect.ts';
import { lowerBlock } from './lower-statement.ts';
import { parsePython } from './parser.ts';
import { moduleScope } from './scope.ts';

/**
 * Reads and lowers the top level of one file, class bodies included; a function's body is read when it is first asked for.
 * Never throws: what cannot be read is left out and said in `problems`, which grows as bodies are read.
 */
export function lowerPythonModule(path: string, text: string): ModuleNode {
  const syntax = parsePython(text);
  const problems: SyntaxProblem[] = [...syntax.problems];
  const body: Block[number][] = [];
  const module: ModuleNode = { path, text, dialect: PYTHON_DIALECT, body, problems };
  const scope = moduleScope({ module, problems, spine: [] });
  for (const statement of lowerBlock(scope, syntax.body)) body.push(statement);
  return module;
}
