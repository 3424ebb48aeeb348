/**
 * Python's own standard library, lowered whole: no exception, spans within spans, and the scopes that Python itself
 * computes (module `symtable`). Which Python does not matter: the one on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../../server/src/base/line-index.ts';
import type { Span } from '../../../../server/src/base/span.ts';
import { lowerPythonModule } from '../../../../server/src/frontends/python/frontend.ts';
import type { FunctionNode, ModuleNode } from '../../../../server/src/ir/nodes.ts';
import { forEachExpression, forEachStatement } from '../../../../server/src/ir/walk.ts';

interface PythonScope {
  readonly line: number;
  readonly name: string;
  readonly locals: readonly string[];
  readonly globals: readonly string[];
  readonly nonlocals: readonly string[];
}

/** What `python-scopes.py` prints of one file. */
interface PythonFunctions {
  readonly scopes: readonly PythonScope[];
  readonly generators: readonly string[];
}

const LIBRARY = execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
  encoding: 'utf8',
}).trim();
const FILES = pythonFiles(LIBRARY);

describe('the standard library', () => {
  it('is lowered whole, with every span inside the span around it', () => {
    const wrong: string[] = [];
    for (const file of FILES) {
      for (const place of misplaced(lowerPythonModule(file, readFileSync(file, 'utf8')))) {
        wrong.push(`${file}: ${place}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has the scopes and generators that Python computes', () => {
    const wrong: string[] = [];
    for (const [file, theirs] of functionsOfPython(FILES)) {
      if (theirs === null) continue;
      const module = lowerPythonModule(file, readFileSync(file, 'utf8'));
      const ours = functionsOf(module);
      const scopes = theirs.scopes.map((scope) => JSON.stringify(scope));
      wrong.push(...differences(file, 'scope', ours.map(scopeText), scopes));
      const generators = ours.filter((node) => node.body().isGenerator).map(generatorText);
      wrong.push(...differences(file, 'generator', generators, theirs.generators));
    }
    expect(wrong).toEqual([]);
  });
});

function differences(
  file: string,
  what: string,
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [left, right] = [new Set(ours), new Set(theirs)];
  const more = ours
    .filter((each) => !right.has(each))
    .map((each) => `${file}: no such ${what} in Python: ${each}`);
  const less = theirs
    .filter((each) => !left.has(each))
    .map((each) => `${file}: ${what} only in Python: ${each}`);
  return [...more, ...less];
}

function pythonFiles(folder: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.endsWith('.py')) files.push(path);
    else if (entry.isDirectory() && entry.name !== 'site-packages') files.push(...pythonFiles(path));
  }
  return files;
}

// ---------------------------------------------------------------------- spans

/** Places whose span is not within the span of the node around them. Decorators stand before what they decorate. */
function misplaced(module: ModuleNode): string[] {
  const found: string[] = [];
  const whole = { start: 0, end: module.text.length };
  for (const statement of module.body) checkSpans(statement, whole, 'module', found);
  return found;
}

function checkSpans(node: unknown, around: Span, path: string, found: string[]): void {
  if (typeof node !== 'object' || node === null || node instanceof Set) return;
  const inside = isSpan(node) ? node : around;
  if (inside.start < around.start || inside.end > around.end || inside.start > inside.end) {
    found.push(`${path} ${inside.start}-${inside.end} outside ${around.start}-${around.end}`);
  }
  for (const [key, child] of Object.entries(node)) {
    if (key === 'module' && !isSpan(child)) continue;
    if (key === 'state') continue;
    if (key === 'decorators') checkSpans(child, { start: 0, end: inside.start }, `${path}.${key}`, found);
    else checkSpans(child, inside, `${path}.${key}`, found);
  }
  if (isFunction(node)) checkSpans(node.body().block, inside, `${path}.body`, found);
}

function isSpan(node: unknown): node is Span {
  return typeof node === 'object' && node !== null && 'start' in node && 'end' in node;
}

function isFunction(node: object): node is FunctionNode {
  return 'body' in node && typeof node.body === 'function';
}

// --------------------------------------------------------------------- scopes

function functionsOfPython(files: readonly string[]): readonly [string, PythonFunctions | null][] {
  const script = join(import.meta.dirname, 'python-scopes.py');
  const options = { encoding: 'utf8', input: files.join('\n'), maxBuffer: 1 << 28 } as const;
  return JSON.parse(execFileSync('python3', [script], options)) as [string, PythonFunctions | null][];
}

function functionsOf(module: ModuleNode): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  const options = { intoFunctions: true };
  forEachStatement(
    module.body,
    (node) => node.kind === 'function-declaration' && found.push(node.function),
    options,
  );
  forEachExpression(module.body, (node) => node.kind === 'function' && found.push(node.function), options);
  return found;
}

function scopeText(node: FunctionNode): string {
  const { locals, globals, nonlocals } = node.body();
  const scope: PythonScope = {
    line: lineOf(node.module, node.start),
    name: node.form === 'lambda' ? 'lambda' : sourceName(node),
    locals: [...locals].sort(),
    globals: [...globals].sort(),
    nonlocals: [...nonlocals].sort(),
  };
  return JSON.stringify(scope);
}

function generatorText(node: FunctionNode): string {
  const [first = node] = node.decorators;
  return `${lineOf(node.module, first.start)} ${node.form === 'lambda' ? '<lambda>' : sourceName(node)}`;
}

function sourceName(node: FunctionNode): string {
  return node.module.text.slice(node.nameSpan.start, node.nameSpan.end);
}

const LINES = new WeakMap<ModuleNode, LineIndex>();

function lineOf(module: ModuleNode, offset: number): number {
  const lines = LINES.get(module) ?? new LineIndex(module.text);
  LINES.set(module, lines);
  return lines.lineAt(offset) + 1;
}
