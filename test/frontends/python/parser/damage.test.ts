/** With one half-typed line put into a file, nearly all other definitions survive: same name, kind and count. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePython } from '../../../../server/src/frontends/python/parser.ts';
import { newestPython } from '../../../support/python-oracle/oracle.ts';
import { dumpRows } from '../../../support/python-oracle/rows.ts';

const HALF_TYPED = [
  'x = foo(',
  'if x',
  'for',
  'd = {',
  'def ',
  'class A(',
  'x.',
  'import',
  '"""',
  "'abc",
  'return [',
  '@',
  'f"{',
  'a = b = ',
  'else:',
  'lambda',
  "'''",
  'from x import (',
  'with open(',
  'foo(a, b=[1,',
  'try:',
  'print("a',
] as const;

const SURVIVAL = 0.97;

const python = newestPython();

describe.skipIf(python === undefined)('a half-typed line in a file of the standard library', () => {
  const files = python === undefined ? [] : sampleFiles(python.library);
  it.each(HALF_TYPED)('%s', (line) => {
    const random = seeded(20_26);
    let before = 0;
    let kept = 0;
    for (const text of files) {
      const at = randomLine(text, random);
      const definitions = definitionsOf(text);
      before += definitions.size;
      const damaged = definitionsOf(at.before + at.indent + line + at.newline + at.after);
      const shift = at.indent.length + line.length + at.newline.length;
      for (const definition of definitions) {
        const [kind, name, start] = definition.split(' ');
        const moved = Number(start) >= at.before.length ? Number(start) + shift : Number(start);
        if (damaged.has(`${kind ?? ''} ${name ?? ''} ${String(moved)}`)) kept++;
      }
    }
    expect(kept / before, `${String(kept)} of ${String(before)} definitions`).toBeGreaterThanOrEqual(
      SURVIVAL,
    );
  });
});

/** Kind, name and start of every function and class. */
function definitionsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const row of dumpRows(parsePython(text), false).rows) {
    const [kind, start, , name] = row.split(' ');
    if (kind === 'FunctionDef' || kind === 'ClassDef') found.add(`${kind} ${name ?? ''} ${start ?? ''}`);
  }
  return found;
}

function sampleFiles(library: string): string[] {
  const folders = [library, join(library, 'asyncio'), join(library, 'email'), join(library, 'unittest')];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

/** Where a line is put in: before a random one, indented like the code line that follows. */
function randomLine(
  text: string,
  random: () => number,
): { before: string; after: string; indent: string; newline: string } {
  const lines = text.split('\n');
  const index = Math.floor(random() * lines.length);
  const next = lines.slice(index).find((line) => line.trim() !== '') ?? '';
  const before = lines
    .slice(0, index)
    .map((line) => `${line}\n`)
    .join('');
  return {
    before,
    after: lines.slice(index).join('\n'),
    indent: /^[ \t]*/.exec(next)?.[0] ?? '',
    newline: '\n',
  };
}

/** A small seeded generator (mulberry32), numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
