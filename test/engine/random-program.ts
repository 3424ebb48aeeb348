/** Small random Python programs, the same for the same seed, whose runs depend on nothing but `flag(i)`. */

/** Flags that a program may ask. */
export const FLAGS = 4;

interface Writer {
  readonly random: (below: number) => number;
  readonly lines: string[];
  depth: number;
  /** Statements that may still be written. */
  budget: number;
  /** Names for new objects and loop variables. */
  fresh: number;
  readonly inLoop: number;
  readonly inFunction: boolean;
}

const VARIABLES = ['v0', 'v1', 'v2', 'v3'];
const OBJECTS = ['o0', 'o1'];
const FIELDS = ['x', 'y'];

/** Deterministic numbers (Mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The text of a program; its names of interest are `NAMES`. */
export function randomProgram(seed: number): string {
  const random = randomFrom(seed);
  const w: Writer = { random, lines: [], depth: 0, budget: 0, fresh: 0, inLoop: 0, inFunction: false };
  w.lines.push(...PRELUDE);
  for (let i = 0; i < 3; i++) writeFunction(w, `f${i}`);
  w.budget = 14;
  while (w.budget > 0) {
    if (w.random(3) === 0) statement(w);
    else {
      nested(w, 'try:');
      put(w, 'except Exception: pass');
    }
  }
  return `${w.lines.join('\n')}\n`;
}

/** What is compared at the end: names, and attributes of objects. */
export const NAMES: readonly string[] = [...VARIABLES, 'count', 'items', 'more', 'table', 'other'];
export const ATTRIBUTES: readonly (readonly [string, string])[] = OBJECTS.flatMap((object) =>
  [...FIELDS, 'late'].map((field) => [object, field] as const),
);

const PRELUDE: readonly string[] = [
  'from flags import flag, key',
  'class E1(Exception): pass',
  'class E2(E1): pass',
  'class E3(Exception): pass',
  'class A:',
  '    def __init__(self, tag):',
  '        self.tag = tag',
  '        self.x = None',
  '        self.y = 0',
  '    def set_x(self, value):',
  '        self.x = value',
  '        return self',
  'class B(A):',
  '    def __len__(self):',
  '        return self.y if self.y in (0, 1) else 1',
  'class Swallow:',
  '    def __enter__(self): return self',
  '    def __exit__(self, kind, value, trace): return kind is not None and issubclass(kind, E1)',
  "v0, v1, v2, v3 = None, 1, 'a', True",
  "o0, o1 = A('first'), B('second')",
  'count = 0',
  'items, more = [], [1]',
  "table, other = {}, {'k': 0}",
];

function writeFunction(w: Writer, name: string): void {
  put(w, `def ${name}(p):`);
  w.depth++;
  put(w, 'global v0, v1, v2, v3, o0, o1, count');
  const inner: Writer = { ...w, inFunction: true, inLoop: 0, budget: 5 };
  block(inner);
  put(inner, `return ${expression(inner)}`);
  w.depth--;
  w.fresh = inner.fresh;
}

function put(w: Writer, line: string): void {
  w.lines.push(`${'    '.repeat(w.depth)}${line}`);
}

function pick<T>(w: Writer, list: readonly T[]): T {
  const chosen = list[w.random(list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

function block(w: Writer): void {
  const start = w.lines.length;
  for (let i = 1 + w.random(4); i > 0 && w.budget > 0; i--) statement(w);
  if (w.lines.length === start) put(w, 'pass');
}

function nested(w: Writer, header: string, loops = 0): void {
  put(w, header);
  const inner: Writer = { ...w, depth: w.depth + 1, inLoop: w.inLoop + loops };
  block(inner);
  w.budget = inner.budget;
  w.fresh = inner.fresh;
}

function statement(w: Writer): void {
  w.budget--;
  const deep = w.depth > 3;
  const kinds: ((w: Writer) => void)[] = [assign, assign, assignAttribute, changeContainer, callFunction];
  if (!deep) kinds.push(branch, branch, attempt, loop, withBlock, matchBlock, whileLoop);
  if (w.inLoop > 0) kinds.push(jump);
  if (w.inFunction) kinds.push(earlyReturn);
  kinds.push(raiseMaybe);
  pick(w, kinds)(w);
}

function assign(w: Writer): void {
  const choice = w.random(8);
  if (choice === 0) put(w, `${pick(w, OBJECTS)} = ${pick(w, ['o0', 'o1', newObject(w)])}`);
  else if (choice === 1) put(w, 'count = count + 1');
  else if (choice === 2)
    put(w, `${pick(w, VARIABLES)}, ${pick(w, VARIABLES)} = ${expression(w)}, ${expression(w)}`);
  else put(w, `${pick(w, VARIABLES)} = ${expression(w)}`);
}

function newObject(w: Writer): string {
  return `${pick(w, ['A', 'B'])}('n${w.fresh++}')`;
}

function expression(w: Writer): string {
  const simple = ['None', '1', '2', "'a'", "'b'", 'True', 'False', ...VARIABLES, ...OBJECTS, 'count'];
  if (w.inFunction) simple.push('p');
  switch (w.random(10)) {
    case 0:
      return `${pick(w, OBJECTS)}.${pick(w, FIELDS)}`;
    case 1:
      return newObject(w);
    case 2:
      return `(${pick(w, simple)} if ${condition(w)} else ${pick(w, simple)})`;
    case 3:
      return `(${pick(w, simple)} ${pick(w, ['or', 'and'])} ${pick(w, simple)})`;
    case 4:
      return `[${pick(w, simple)}, ${pick(w, simple)}]`;
    case 5:
      return `getattr(${pick(w, OBJECTS)}, 'late', ${pick(w, simple)})`;
    case 6:
      return `${pick(w, ['table', 'other'])}.get(${mapKey(w)}, ${pick(w, simple)})`;
    case 7:
      return pick(w, ['(items[0] if items else None)', '(items[-1] if items else 0)', '(more + items)[0:2]']);
    default:
      return pick(w, simple);
  }
}

function condition(w: Writer): string {
  const tests = [
    `flag(${w.random(FLAGS)})`,
    `flag(${w.random(FLAGS)})`,
    `${pick(w, VARIABLES)} is None`,
    `${pick(w, VARIABLES)} is not None`,
    `${pick(w, VARIABLES)} == ${pick(w, ['1', "'a'", 'None', 'count'])}`,
    pick(w, VARIABLES),
    pick(w, OBJECTS),
    `hasattr(${pick(w, OBJECTS)}, 'late')`,
    `isinstance(${pick(w, [...VARIABLES, ...OBJECTS])}, ${pick(w, ['A', 'B', 'str', '(int, A)'])})`,
    `'k' in table`,
    'items',
    `${pick(w, OBJECTS)}.x is None`,
    'count < 2',
  ];
  const first = pick(w, tests);
  switch (w.random(6)) {
    case 0:
      return `not ${first}`;
    case 1:
      return `(${first} ${pick(w, ['and', 'or'])} ${pick(w, tests)})`;
    default:
      return first;
  }
}

function assignAttribute(w: Writer): void {
  const object = pick(w, OBJECTS);
  if (w.random(4) === 0) put(w, `${object}.set_x(${expression(w)})`);
  else if (w.random(4) === 0) put(w, `setattr(${object}, 'y', ${pick(w, ['0', '1', 'count'])})`);
  else put(w, `${object}.${pick(w, ['x', 'late'])} = ${expression(w)}`);
}

function changeContainer(w: Writer): void {
  const list = pick(w, ['items', 'items', 'more', `(items if flag(${w.random(FLAGS)}) else more)`]);
  const mapping = pick(w, ['table', 'table', 'other', `(table if flag(${w.random(FLAGS)}) else other)`]);
  const changes = [
    `${list}.append(${expression(w)})`,
    `${list}.insert(${pick(w, ['0', '1', '-1'])}, ${expression(w)})`,
    `${list}.extend([${expression(w)}])`,
    `${list}.reverse()`,
    `${list}.clear()`,
    `${list}[:] and ${list}.pop(${pick(w, ['', '0', '-1'])})`,
    `if 1 in ${list}: ${list}.remove(1)`,
    `if ${list}: ${list}[${pick(w, ['0', '-1'])}] = ${expression(w)}`,
    `if ${list}: del ${list}[${pick(w, ['0', '-1'])}]`,
    `${mapping}[${mapKey(w)}] = ${expression(w)}`,
    `${mapping}[${mapKey(w)}] = ${expression(w)}`,
    `${mapping}.pop(${mapKey(w)}, None)`,
    `${mapping}.setdefault(${mapKey(w)}, ${expression(w)})`,
    `${mapping}.update({${mapKey(w)}: ${expression(w)}})`,
    `if 'l' in ${mapping}: del ${mapping}['l']`,
    `${mapping}.clear()`,
  ];
  put(w, pick(w, changes));
}

function mapKey(w: Writer): string {
  return pick(w, ["'k'", "'l'", `key(${w.random(FLAGS)})`]);
}

function callFunction(w: Writer): void {
  if (w.inFunction) put(w, `${pick(w, VARIABLES)} = ${pick(w, OBJECTS)}.set_x(${expression(w)})`);
  else put(w, `${pick(w, VARIABLES)} = ${pick(w, ['f0', 'f1', 'f2'])}(${expression(w)})`);
}

function branch(w: Writer): void {
  nested(w, `if ${condition(w)}:`);
  if (w.random(3) === 0) nested(w, `elif ${condition(w)}:`);
  if (w.random(2) === 0) nested(w, 'else:');
}

function attempt(w: Writer): void {
  nested(w, 'try:');
  const handlers = w.random(3);
  const error = pick(w, ['E1', 'E2', 'E3', '(E2, E3)', 'Exception']);
  if (handlers > 0 || w.random(2) === 0) nested(w, `except ${error}:`);
  else {
    nested(w, 'finally:');
    return;
  }
  if (handlers === 2) nested(w, 'except Exception as error:');
  if (w.random(3) === 0) nested(w, 'else:');
  if (w.random(3) === 0) nested(w, 'finally:');
}

function raiseMaybe(w: Writer): void {
  const error = pick(w, ['E1', 'E2', 'E3']);
  const guarded = w.inFunction || w.depth > 0 || w.random(6) === 0;
  put(w, guarded ? `if flag(${w.random(FLAGS)}): raise ${error}('e')` : `${pick(w, VARIABLES)} = flag(0)`);
}

function loop(w: Writer): void {
  const name = `i${w.fresh++}`;
  nested(
    w,
    `for ${name} in ${pick(w, ['[1, None]', "['a', 'b', 'c']", 'list(items)', '(1,)', '[]', 'list(table)', 'list(other.values())'])}:`,
    1,
  );
  if (w.random(4) === 0) nested(w, 'else:');
}

function whileLoop(w: Writer): void {
  const name = `n${w.fresh++}`;
  put(w, `${name} = 0`);
  put(w, `while ${name} < ${1 + w.random(3)}:`);
  put({ ...w, depth: w.depth + 1 }, `${name} = ${name} + 1`);
  const inner: Writer = { ...w, depth: w.depth + 1, inLoop: w.inLoop + 1 };
  block(inner);
  w.budget = inner.budget;
  w.fresh = inner.fresh;
}

function withBlock(w: Writer): void {
  nested(w, 'with Swallow():');
}

function matchBlock(w: Writer): void {
  put(w, `match ${pick(w, VARIABLES)}:`);
  const inner: Writer = { ...w, depth: w.depth + 1 };
  nested(inner, `case ${pick(w, ['None', "1 | 'a'", 'A()', '[_, last]', 'str()', 'B(y=0)'])}:`);
  nested(inner, `case ${pick(w, ['_', 'True', '[*_]', 'A(x=None)'])}:`);
  w.budget = inner.budget;
  w.fresh = inner.fresh;
}

function jump(w: Writer): void {
  put(w, `if ${condition(w)}: ${pick(w, ['break', 'continue'])}`);
}

function earlyReturn(w: Writer): void {
  put(w, `if ${condition(w)}: return ${expression(w)}`);
}
