/**
 * What the text of one module says by name: functions around an identifier, calls, assignments from outside. Kept with the module, since
 * an edit leaves the others as they are. Must not know runs, nor other modules.
 */
import type { Place } from '../engine/objects.ts';
import type { Block, CallExpression, ClassNode, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachExpression, eachStatement } from '../ir/outline.ts';
import { isPart } from './identifiers.ts';
import { calleeOf, placeIn } from './source.ts';

/** A call or an assignment that would inject. */
export interface CallSite {
  readonly place: Place;
  /** The name that is called or assigned. */
  readonly name: Place;
  readonly call: CallExpression | undefined;
  /** The value handed over, where it can be told. */
  readonly receiver: Expression | undefined;
  readonly function: FunctionNode | undefined;
  readonly block: Block;
}

export interface FoundFunction {
  readonly node: FunctionNode;
  readonly class: ClassNode | undefined;
}

interface ModuleIndex {
  readonly named: Map<string, Named>;
  readonly functions: Map<string, readonly FoundFunction[]>;
  readonly calls: Map<string, readonly CallSite[]>;
  readonly assignments: Map<string, readonly CallSite[]>;
  /** Where names are defined, and where attributes are assigned; made when they are first asked for. */
  definitions: Offsets | undefined;
  assigned: Offsets | undefined;
}

/** By name. */
type Offsets = ReadonlyMap<string, readonly number[]>;

/** Where a name stands, and the functions around. */
interface Named {
  readonly offsets: readonly number[];
  functions: readonly FoundFunction[] | undefined;
}

const INDEXES = new WeakMap<ModuleNode, ModuleIndex>();

function indexOf(module: ModuleNode): ModuleIndex {
  return remembered(INDEXES, module, () => ({
    named: new Map(),
    functions: new Map(),
    calls: new Map(),
    assignments: new Map(),
    definitions: undefined,
    assigned: undefined,
  }));
}

function namedIn(module: ModuleNode, name: string): Named {
  return remembered(indexOf(module).named, name, () => ({
    offsets: occurrences(module.text, name),
    functions: undefined,
  }));
}

interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

export function remembered<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
  let value = memory.get(key);
  if (value === undefined) {
    value = make();
    memory.set(key, value);
  }
  return value;
}

/**
 * Functions whose text holds an identifier, written `name`, or `.name` where it is an attribute; nested ones included. Bodies without
 * it are not read.
 */
export function functionsWith(module: ModuleNode, name: string): readonly FoundFunction[] {
  const named = namedIn(module, name);
  return (named.functions ??= functionsNear(module, named.offsets));
}

/** Functions of that name. */
export function functionsNamed(module: ModuleNode, name: string): readonly FoundFunction[] {
  const index = indexOf(module);
  const { definition } = module.dialect.words;
  const offsets = definition && (index.definitions ??= wordsAfter(definition, module.text)).get(name);
  if (definition !== undefined && !offsets) return [];
  return remembered(index.functions, name, () =>
    (offsets ? functionsNear(module, offsets) : functionsWith(module, name)).filter(
      ({ node }) => node.name === name,
    ),
  );
}

/** What stands behind a word, after blanks and ends of lines. */
function wordsAfter(word: string, text: string): Offsets {
  return offsetsOf(text, new RegExp(String.raw`\b${word}[\s\\]+([\w$\u0080-\uffff]+)`, 'g'));
}

export function callsIn(module: ModuleNode, name: string): readonly CallSite[] {
  return remembered(indexOf(module).calls, name, () =>
    namedIn(module, name).offsets.length === 0
      ? []
      : blocksOf(module, functionsWith(module, name)).flatMap((block) => callsInBlock(block, name)),
  );
}

/** Assignments to an attribute of something that is not the method's own receiver. */
export function assignmentsIn(module: ModuleNode, attribute: string): readonly CallSite[] {
  const index = indexOf(module);
  const offsets = (index.assigned ??= offsetsOf(module.text, ASSIGNMENT)).get(attribute);
  if (!offsets) return [];
  return remembered(index.assignments, attribute, () =>
    blocksOf(module, functionsNear(module, offsets)).flatMap((block) => assignmentsInBlock(block, attribute)),
  );
}

/** What stands before an `=` and after a full stop. */
const ASSIGNMENT = /\.([A-Za-z_$][\w$]*)(?:\s*:[^=\n]*)?\s*=(?![=>])/g;

/** Where a pattern is found, by the name in it. */
function offsetsOf(text: string, pattern: RegExp): Offsets {
  const offsets = new Map<string, number[]>();
  for (const match of text.matchAll(pattern)) {
    const [whole, name = ''] = match;
    remembered(offsets, name, (): number[] => []).push(match.index + whole.lastIndexOf(name));
  }
  return offsets;
}

/** Offsets at which `part` stands in a text, not in a longer name, in order. */
function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  if (part === '') return found;
  const opens = isPart(part.charCodeAt(0));
  const closes = isPart(part.charCodeAt(part.length - 1));
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    const end = at + part.length;
    if (opens && at > 0 && isPart(text.charCodeAt(at - 1))) continue;
    if (closes && end < text.length && isPart(text.charCodeAt(end))) continue;
    found.push(at);
  }
  return found;
}

interface Located {
  readonly module: ModuleNode;
  readonly function: FunctionNode | undefined;
  readonly block: Block;
}

function blocksOf(module: ModuleNode, functions: readonly FoundFunction[]): readonly Located[] {
  const inner = functions.map(({ node }) => ({ module, function: node, block: node.body().block }));
  return [{ module, function: undefined, block: module.body }, ...inner];
}

/** Functions that stand around some of the offsets; only their bodies are read. */
function functionsNear(module: ModuleNode, offsets: readonly number[]): readonly FoundFunction[] {
  if (offsets.length === 0) return [];
  const found = new Set<FoundFunction>();
  const visit = (block: Block): void => {
    for (const inner of functionsOf(block)) {
      if (found.has(inner) || !someWithin(offsets, startOf(inner.node), inner.node.end)) continue;
      found.add(inner);
      visit(inner.node.body().block);
    }
  };
  visit(module.body);
  return [...found];
}

function startOf(node: FunctionNode): number {
  let { start } = node;
  for (const decorator of node.decorators) start = Math.min(start, decorator.start - 1);
  return start;
}

const FUNCTIONS = new WeakMap<Block, readonly FoundFunction[]>();

/** The functions that a block defines itself, and the methods of its classes. */
function functionsOf(block: Block): readonly FoundFunction[] {
  return remembered(FUNCTIONS, block, () => collectFunctions(block));
}

function collectFunctions(block: Block): readonly FoundFunction[] {
  const found = new Map<FunctionNode, FoundFunction>();
  const add = (node: FunctionNode, owner: ClassNode | undefined): void => {
    if (!found.has(node)) found.set(node, { node, class: owner });
  };
  eachStatement(block, (s) => {
    if (s.kind === 'class-declaration')
      for (const inner of s.class.body)
        if (inner.kind === 'function-declaration') add(inner.function, s.class);
    if (s.kind === 'function-declaration') add(s.function, undefined);
  });
  eachExpression(block, (e) => {
    if (e.kind === 'function') add(e.function, undefined);
  });
  return [...found.values()];
}

/** Whether an offset of a sorted list lies within `[start, end)`. */
function someWithin(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  const at = offsets[low];
  return at !== undefined && at < end;
}

function callsInBlock(located: Located, name: string): readonly CallSite[] {
  const sites: CallSite[] = [];
  const { module, block } = located;
  eachExpression(block, (e) => {
    if (e.kind !== 'call') return;
    const callee = calleeOf(e);
    if (callee?.name !== name) return;
    const receiver = e.callee.kind === 'attribute' ? e.callee.object : undefined;
    sites.push({
      place: placeIn(module, e),
      name: placeIn(module, callee.span),
      call: e,
      receiver,
      function: located.function,
      block,
    });
  });
  return sites;
}

function assignmentsInBlock(located: Located, name: string): readonly CallSite[] {
  const sites: CallSite[] = [];
  const { module, block } = located;
  const receiver = located.function?.parameters[0]?.name;
  eachStatement(block, (s) => {
    if (s.kind !== 'assign') return;
    for (const target of s.targets) {
      if (target.kind !== 'attribute' || target.name !== name) continue;
      if (
        located.function?.form === 'method' &&
        target.object.kind === 'name' &&
        target.object.name === receiver
      )
        continue;
      const at = placeIn(module, { start: target.nameStart, end: target.end });
      sites.push({
        place: placeIn(module, target),
        name: at,
        call: undefined,
        receiver: target.object,
        function: located.function,
        block,
      });
    }
  });
  return sites;
}
