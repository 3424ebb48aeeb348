/**
 * Throughput of our Python parser against @lezer/python and CPython's `ast.parse`, in one run over the same files.
 * Run: npx esbuild test/bench/parser.ts --bundle --platform=node --format=esm --minify-syntax --outfile=/tmp/parser-bench.mjs \
 *      && node /tmp/parser-bench.mjs PATH
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parser as lezer } from '@lezer/python';
import { parsePython } from '../../server/src/frontends/python/parser.ts';
import type { StatementSyntax } from '../../server/src/frontends/python/syntax.ts';

const ROUNDS = 5;

/** Prints megabytes per second, median of interleaved rounds, and ratios to CPython; then inputs of doubling size. */
export function main(paths: readonly string[]): void {
  const files = paths.flatMap(pythonFiles);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  console.log(`${String(files.length)} files, ${megabytes.toFixed(1)} MB`);
  const engines: readonly (readonly [string, () => number])[] = [
    ['bodies skipped', () => timed(() => texts.forEach((text) => void parsePython(text)))],
    ['all bodies read', () => timed(() => texts.forEach((text) => readAll(parsePython(text).body)))],
    ['@lezer/python', () => timed(() => texts.forEach((text) => void lezer.parse(text)))],
    ['CPython ast.parse', () => cpython(paths)],
  ];
  const times = engines.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round++) engines.forEach(([, run], i) => times[i]?.push(run()));
  const speeds = times.map((list) => megabytes / (median(list) / 1000));
  const base = speeds[speeds.length - 1] ?? 1;
  engines.forEach(([name], i) => {
    const speed = speeds[i] ?? 0;
    console.log(
      `${name.padEnd(20)} ${speed.toFixed(1).padStart(8)} MB/s  ${(speed / base).toFixed(1).padStart(6)} x`,
    );
  });
  linearity();
}

function pythonFiles(path: string): string[] {
  if (statSync(path).isFile()) return path.endsWith('.py') ? [path] : [];
  return readdirSync(path).flatMap((name) => pythonFiles(join(path, name)));
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const CPYTHON = `
import ast, os, sys, time
texts = []
for path in sys.argv[1:]:
    for folder, _, names in os.walk(path):
        texts += [open(os.path.join(folder, name), "rb").read() for name in names if name.endswith(".py")]
start = time.perf_counter()
for text in texts:
    try: ast.parse(text)
    except (SyntaxError, ValueError): pass
print((time.perf_counter() - start) * 1000)
`;

function cpython(paths: readonly string[]): number {
  return Number(execFileSync('python3', ['-W', 'ignore', '-c', CPYTHON, ...paths], { encoding: 'utf8' }));
}

/** Reads every body of every function. */
function readAll(statements: readonly StatementSyntax[]): void {
  for (const node of statements) {
    switch (node.kind) {
      case 'FunctionDef':
        readAll(node.body.read().statements);
        break;
      case 'If':
        for (const branch of node.branches) readAll(branch.body);
        readAll(node.otherwise);
        break;
      case 'Try':
        readAll(node.body);
        for (const handler of node.handlers) readAll(handler.body);
        readAll(node.otherwise);
        readAll(node.final);
        break;
      case 'For':
      case 'While':
        readAll(node.body);
        readAll(node.otherwise);
        break;
      case 'ClassDef':
      case 'With':
        readAll(node.body);
        break;
      case 'Match':
        for (const item of node.cases) readAll(item.body);
        break;
      default:
        break;
    }
  }
}

/** Inputs that tempt a parser into quadratic work; a ratio near 2 is linear. */
const HARD: readonly (readonly [string, (size: number) => string])[] = [
  ['1+1+1...', (n) => `x = ${'1+'.repeat(n / 2)}1\n`],
  ['a.b.c...', (n) => `x = a${'.b'.repeat(n / 2)}\n`],
  ['f()()()...', (n) => `x = f${'()'.repeat(n / 2)}\n`],
  ['and chain', (n) => `x = a${' and a'.repeat(n / 6)}\n`],
  ['elif chain', (n) => `if a:\n    b\n${'elif a:\n    b\n'.repeat(n / 14)}`],
  ['list', (n) => `x = [${'1, '.repeat(n / 3)}]\n`],
  ['open brackets', (n) => `x = ${'('.repeat(n)}`],
  ['open calls on lines', (n) => 'foo(\n'.repeat(n / 5)],
  ['open calls, then def', (n) => `${'foo(\n'.repeat(n / 5)}def f(): pass\n`],
  ['open dicts', (n) => "d = {'a': 1,\n".repeat(n / 13)],
  ['open f-strings', (n) => 'x = f"{\n'.repeat(n / 8)],
  ['open triple f-strings', (n) => 'x = f"""{\n'.repeat(n / 10)],
  ['triple quotes', (n) => '"""\n'.repeat(n / 4)],
  ['nested f-strings', (n) => `x = ${'f"{'.repeat(n / 3)}`],
  ['quotes', (n) => `x = ${'"\''.repeat(n / 2)}`],
  ['comments in a block', (n) => `def f():\n    x\n${'    # comment\n'.repeat(n / 14)}    y\n`],
  ['comments in brackets', (n) => `x = [\n${'    # comment\n'.repeat(n / 14)}]\n`],
  ['blank lines', (n) => `x\n${'\n'.repeat(n)}y\n`],
  ['match calls', (n) => 'match(x)\n'.repeat(n / 9)],
  ['match nested', (n) => `${'match('.repeat(n / 6)}`],
  ['not', (n) => `x = ${'not '.repeat(n / 4)}y\n`],
  ['power', (n) => `x = ${'2**'.repeat(n / 3)}2\n`],
  ['lambda', (n) => `x = ${'lambda:'.repeat(n / 7)}0\n`],
  ['else chain', (n) => `x = ${'a if b else '.repeat(n / 12)}0\n`],
  ['with parentheses', (n) => 'with (a, b):\n    pass\n'.repeat(n / 22)],
  ['decorators', (n) => '@d\n'.repeat(n / 3)],
  ['functions', (n) => 'def f(): pass\n'.repeat(n / 14)],
  ['nested functions', (n) => nestedFunctions(n)],
  ['backslashes', (n) => `x = 1 ${'\\\n'.repeat(n / 2)}+ 1\n`],
  ['unknown characters', (n) => '$'.repeat(n)],
  ['semicolons', (n) => 'x;'.repeat(n / 2)],
  ['closing brackets', (n) => ')'.repeat(n)],
];

function nestedFunctions(size: number): string {
  const lines: string[] = [];
  for (let length = 0, depth = 0; length < size; depth = (depth + 1) % 60) {
    const line = `${' '.repeat(depth)}def f():\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join('');
}

function linearity(): void {
  for (const [name, make] of HARD) {
    const small = make(500_000);
    const large = make(1_000_000);
    const one = Math.min(...[1, 2, 3].map(() => timed(() => readAll(parsePython(small).body))));
    const two = Math.min(...[1, 2, 3].map(() => timed(() => readAll(parsePython(large).body))));
    const speed = large.length / 1000 / two;
    console.log(
      `${name.padEnd(24)} ${speed.toFixed(0).padStart(5)} MB/s  2x input takes ${(two / one).toFixed(2)}x`,
    );
  }
}

main(process.argv.slice(2));
