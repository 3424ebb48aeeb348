/** Draws a Python tree as one line per statement, for exact comparison in table tests. Reads every lazy body. */
import { parsePython } from '../../../../server/src/frontends/python/parser.ts';
import type { SyntaxProblem } from '../../../../server/src/frontends/python/syntax.ts';

/** The statements of `text`, one per line: `(Kind field:value ...)`; fields that are empty or false are left out. */
export function dumpSyntax(text: string): string {
  return parsePython(text)
    .body.map((statement) => draw(statement))
    .join('\n');
}

/** The problems of `text`, those of all bodies included, as `start-end message`. */
export function dumpProblems(text: string): string[] {
  const module = parsePython(text);
  const problems: SyntaxProblem[] = [...module.problems];
  visit(module.body, (body) => problems.push(...body.problems));
  return problems.map((p) => `${String(p.start)}-${String(p.end)} ${p.message}`);
}

interface Lazy {
  read(): { readonly statements: readonly unknown[]; readonly problems: readonly SyntaxProblem[] };
}

function isLazy(value: object): value is Lazy {
  return 'read' in value;
}

/** Calls back with every body below `value`. */
export function visit(value: unknown, onBody: (body: ReturnType<Lazy['read']>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLazy(value)) {
    const body = value.read();
    onBody(body);
    visit(body.statements, onBody);
  } else for (const child of Object.values(value)) visit(child, onBody);
}

function draw(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(draw).join(' ')}]`;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isLazy(value)) return `{${value.read().statements.map(draw).join(' ')}}`;
  const node = new Map(Object.entries(value));
  const kind: unknown = node.get('kind');
  if (kind === 'Missing') return '?';
  if (kind === 'Constant') return drawConstant(node.get('type'), node.get('value'));
  const isName =
    kind === 'Name' || (kind === undefined && [...node.keys()].every((key) => IDENTIFIER.has(key)));
  if (isName) return draw(node.get('name')) || '?';
  const fields = [...node].flatMap(([key, field]) => drawField(key, field));
  return `(${[...(kind === undefined ? [] : [draw(kind)]), ...fields].join(' ')})`;
}

const IDENTIFIER = new Set(['start', 'end', 'name']);

function drawConstant(type: unknown, value: unknown): string {
  return type === 'string'
    ? JSON.stringify(value)
    : type === 'number'
      ? draw(value)
      : `${draw(type)}:${draw(value)}`;
}

function drawField(key: string, field: unknown): string[] {
  if (key === 'start' || key === 'end' || (key === 'kind' && typeof field === 'string')) {
    return [];
  }
  if (field === undefined || field === false || (Array.isArray(field) && field.length === 0)) return [];
  if (key === 'spread' && field === 'none') return [];
  return [field === true ? key : `${key}:${draw(field)}`];
}
