// Tests the grammars of `syntaxes/` with the grammars of a VS Code around them, as they meet in an editor.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram, ROOT, runNode } from '../lib/project.mjs';

/** Grammars of VS Code that ours are injected into, and those that they include. */
const HOSTS = [
  'python/syntaxes/MagicPython.tmLanguage.json',
  'python/syntaxes/MagicRegExp.tmLanguage.json',
  'typescript-basics/syntaxes/TypeScript.tmLanguage.json',
];

/** `extensions` is the folder of the extensions that VS Code brings. Gives an exit code. */
export function testGrammars(extensions) {
  const folder = join(ROOT, 'test', 'syntaxes');
  const grammars = HOSTS.flatMap((path) => ['--grammar', join(extensions, path)]);
  // The manifest names ours, and what they are injected into.
  const cases = readdirSync(folder).map((name) => join('test', 'syntaxes', name));
  const program = packageProgram('textmate-grammar-test/dist/unit.js');
  return runNode([program, '--config', 'package.json', ...grammars, ...cases]);
}
