/**
 * What the text of a function says about attributes: which of its parameters it stores, which attributes it uses.
 * Kept per function: runs share the definitions. Must not know the heap.
 */
import type { Dialect } from '../ir/dialect.ts';
import type { AssignStatement, ClassNode, Expression, FunctionNode, Statement, Target } from '../ir/nodes.ts';
import { eachExpression, eachStatement } from '../ir/outline.ts';
import { forEachPart } from '../ir/walk.ts';
import { calleeOf } from './source.ts';

/** `owner.attribute = value`. */
export interface Stored {
  /** `receiver` is `self`; `name` is a bare name; otherwise the last name of what holds the attribute. */
  readonly owner: 'receiver' | 'name' | 'other';
  /** Last name of the object, where `owner` is `other`. */
  readonly through: string | undefined;
  readonly attribute: string;
  readonly parameters: ReadonlySet<string>;
  readonly value: Expression;
  /** Only where nothing is there. */
  readonly keepsOld: boolean;
  readonly type: Expression | undefined;
  readonly start: number;
  readonly end: number;
}

/** A call by name, with the parameters of the function around it that go into it. */
export interface Called {
  readonly name: string;
  readonly onReceiver: boolean;
  /** Names in what the method is called on: `registry` and `manager` in `self.registry.manager.send()`. */
  readonly via: readonly string[];
  readonly start: number;
  readonly parameters: ReadonlySet<string>;
  /** Parameters by position, for a parameter that is passed on as it is. */
  readonly passed: readonly (string | undefined)[];
  readonly constants: readonly string[];
  /** Those that are an argument by themselves, or the value of an entry in one. */
  readonly direct: readonly string[];
  /** Names in the arguments, for constants that stand under a name. */
  readonly names: readonly string[];
}

export interface FunctionFacts {
  readonly stores: readonly Stored[];
  /** Attributes of the receiver that it calls through, passes on or gives back. */
  readonly uses: ReadonlySet<string>;
  /** Plain names that it calls through, passes on or gives back. */
  readonly nameUses: ReadonlySet<string>;
  /** Attributes of other objects that it uses, by the last name of the object. */
  readonly foreignUses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly calls: readonly Called[];
  /** Every name, attribute and word-like text in it. */
  readonly mentions: ReadonlySet<string>;
  /** Constant texts in it, keys of mappings left out. */
  readonly texts: ReadonlySet<string>;
}

const FACTS = new WeakMap<FunctionNode, FunctionFacts>();

/** The facts of a function. Most are asked for its stores or its mentions only: each part is gathered when it is first looked at. */
export function factsOf(node: FunctionNode): FunctionFacts {
  let facts = FACTS.get(node);
  if (!facts) {
    facts = lazily(node);
    FACTS.set(node, facts);
  }
  return facts;
}

function lazily(node: FunctionNode): FunctionFacts {
  let all: Gathering | undefined;
  let known: readonly Stored[] | undefined;
  let mentions: ReadonlySet<string> | undefined;
  const gathered = (): Gathering => (all ??= gather(node));
  const stores = (): readonly Stored[] => (known ??= all?.stores ?? storesOf(node));
  return {
    get stores() {
      return stores();
    },
    get mentions() {
      return (mentions ??= mentionsOf(node, stores()));
    },
    get uses() {
      return gathered().uses;
    },
    get nameUses() {
      return gathered().nameUses;
    },
    get foreignUses() {
      return gathered().foreignUses;
    },
    get calls() {
      return gathered().calls;
    },
    get texts() {
      return gathered().texts;
    },
  };
}

/** The name by which a method knows its receiver; where functions share that of the method around them, any function. */
export function receiverName(node: FunctionNode): string | undefined {
  const { dialect } = node.module;
  if (dialect.receiver === 'this') return dialect.words.receiver;
  return node.form === 'declaration' || node.form === 'lambda' ? undefined : node.parameters[0]?.name;
}

const TESTS = new WeakMap<Dialect, ReadonlySet<string>>();

function testNames({ module: { dialect } }: FunctionNode): ReadonlySet<string> {
  let tests = TESTS.get(dialect);
  if (!tests) {
    const { narrowing, types } = dialect;
    tests = new Set([...Object.keys(narrowing), types.boolean, types.string, types.class]);
    TESTS.set(dialect, tests);
  }
  return tests;
}

interface Gathering {
  readonly receiver: string | undefined;
  readonly dialect: Dialect;
  /** Functions that only ask about what they are given. */
  readonly tests: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Locals that hold something of parameters. */
  readonly tainted: Map<string, ReadonlySet<string>>;
  readonly stores: Stored[];
  readonly uses: Set<string>;
  readonly nameUses: Set<string>;
  readonly foreignUses: Map<string, Set<string>>;
  readonly calls: Called[];
  readonly texts: Set<string>;
  readonly keys: Set<string>;
}

function begin(node: FunctionNode): Gathering {
  return {
    receiver: receiverName(node),
    dialect: node.module.dialect,
    tests: testNames(node),
    parameters: new Set(node.parameters.map((parameter) => parameter.name)),
    tainted: new Map(),
    stores: [],
    uses: new Set(),
    nameUses: new Set(),
    foreignUses: new Map(),
    calls: [],
    texts: new Set(),
    keys: new Set(),
  };
}

function gather(node: FunctionNode): Gathering {
  const g = begin(node);
  const { block } = node.body();
  eachStatement(block, (s) => statement(g, s), INTO_FUNCTIONS);
  eachExpression(block, (e) => expression(g, e), INTO_FUNCTIONS);
  for (const key of g.keys) g.texts.delete(key);
  return g;
}

function storesOf(node: FunctionNode): readonly Stored[] {
  const g = begin(node);
  eachStatement(node.body().block, (s) => assignments(g, s), INTO_FUNCTIONS);
  return g.stores;
}

const INTO_FUNCTIONS = { intoFunctions: true };

const WORD = /^[A-Za-z_]\w*$/;

function mentionsOf(node: FunctionNode, stores: readonly Stored[]): ReadonlySet<string> {
  const mentions = new Set<string>();
  for (const { owner, attribute } of stores) if (owner !== 'name') mentions.add(attribute);
  const { block } = node.body();
  eachExpression(
    block,
    (e) => {
      if (e.kind === 'name' || e.kind === 'attribute') mentions.add(e.name);
      else if (
        e.kind === 'constant' &&
        typeof e.value === 'string' &&
        e.type === 'string' &&
        WORD.test(e.value)
      )
        mentions.add(e.value);
    },
    INTO_FUNCTIONS,
  );
  return mentions;
}

function statement(g: Gathering, s: Statement): void {
  assignments(g, s);
  if (s.kind === 'assign' || s.kind === 'augmented-assign') used(g, s.value);
  else if (s.kind === 'return') used(g, s.value);
  else if (s.kind === 'for-each') used(g, s.iterable);
  else if (s.kind === 'with') for (const item of s.items) used(g, item.context);
}

function assignments(g: Gathering, s: Statement): void {
  if (s.kind === 'assign') for (const target of s.targets) assignment(g, target, s);
}

function assignment(
  g: Gathering,
  target: Target,
  s: Pick<AssignStatement, 'value' | 'type' | 'keepsOld'>,
): void {
  const { value, type, keepsOld = false } = s;
  if (target.kind === 'sequence-target') {
    const values = value.kind === 'sequence' ? value.elements : [];
    target.elements.forEach((element, index) =>
      assignment(g, element, { value: values[index] ?? value, type: undefined }),
    );
    return;
  }
  const parameters = parametersIn(g, value);
  const said = { parameters, value, keepsOld, type, end: target.end };
  if (target.kind === 'name') {
    const { name: attribute, start } = target;
    g.stores.push({ ...said, owner: 'name', through: undefined, attribute, start });
    if (parameters.size > 0) g.tainted.set(attribute, parameters);
  } else if (target.kind === 'attribute') {
    const { object, name: attribute, nameStart: start } = target;
    const owner = isReceiver(g, object) ? 'receiver' : 'other';
    const through = object.kind === 'name' || object.kind === 'attribute' ? object.name : undefined;
    g.stores.push({ ...said, owner, through, attribute, start });
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The parameters whose value an expression may carry on: itself, an attribute of it, or wrapped in a call. */
function parametersIn(g: Gathering, value: Expression): ReadonlySet<string> {
  if (value.kind === 'constant') return NO_NAMES;
  const found = new Set<string>();
  if (value.kind === 'name') addParameters(g, value.name, found);
  else
    forEachPart(value, (e) => {
      if (e.kind === 'name') addParameters(g, e.name, found);
    });
  return found;
}

function addParameters(g: Gathering, name: string, found: Set<string>): void {
  if (name === g.receiver) return;
  if (g.parameters.has(name)) found.add(name);
  const tainted = g.tainted.get(name);
  if (tainted) for (const parameter of tainted) found.add(parameter);
}

function expression(g: Gathering, e: Expression): void {
  switch (e.kind) {
    case 'attribute':
      return used(g, e.object);
    case 'index':
      return used(g, e.object);
    case 'constant':
      if (e.type === 'string' && typeof e.value === 'string') g.texts.add(e.value);
      return;
    case 'await':
    case 'spread':
      return used(g, e.value);
    case 'yield':
      return used(g, e.value);
    case 'call':
      return call(g, e);
    case 'function':
      return;
    case 'mapping':
      for (const { key, value } of e.entries) {
        used(g, value);
        if (key?.kind === 'constant' && typeof key.value === 'string') g.keys.add(key.value);
      }
      return;
    case 'sequence':
      for (const element of e.elements) used(g, element);
      return;
    case 'comprehension':
      for (const clause of e.clauses) used(g, clause.iterable);
      return;
    default:
      return;
  }
}

function call(g: Gathering, e: Extract<Expression, { kind: 'call' }>): void {
  used(g, e.callee);
  const parameters = new Set<string>();
  const constants: string[] = [];
  const names: string[] = [];
  const direct = e.args.flatMap((argument) => directTexts(argument.value));
  const test = e.callee.kind === 'name' && g.tests.has(e.callee.name);
  for (const { value } of e.args) {
    if (!test) used(g, value);
    const keys = new Set<Expression>();
    forEachPart(value, (inner) => {
      if (inner.kind === 'name') addParameters(g, inner.name, parameters);
      if (inner.kind === 'mapping') for (const { key } of inner.entries) if (key) keys.add(key);
      if (inner.kind === 'constant' && typeof inner.value === 'string' && !keys.has(inner))
        constants.push(inner.value);
      else if (inner.kind === 'attribute' || inner.kind === 'name') names.push(inner.name);
    });
  }
  const callee = calleeOf(e);
  if (!callee) return;
  const onReceiver =
    e.callee.kind === 'attribute' && e.callee.object.kind === 'name' && e.callee.object.name === g.receiver;
  const passed = e.args.map((argument) => (argument.value.kind === 'name' ? argument.value.name : undefined));
  g.calls.push({
    name: callee.name,
    onReceiver,
    via: chainOf(e.callee),
    start: callee.span.start,
    parameters,
    passed,
    constants,
    direct,
    names,
  });
}

function directTexts(value: Expression): readonly string[] {
  if (value.kind === 'constant') return typeof value.value === 'string' ? [value.value] : [];
  return value.kind === 'mapping' ? value.entries.flatMap((entry) => directTexts(entry.value)) : [];
}

function chainOf(callee: Expression): readonly string[] {
  const names: string[] = [];
  for (let e: Expression = callee; e.kind === 'attribute'; ) {
    e = e.object;
    if (e.kind === 'attribute' || e.kind === 'name') names.push(e.name);
  }
  return names;
}

/** A value that is called through, passed on or given back: more than a look whether it is there. */
function used(g: Gathering, e: Expression | undefined): void {
  if (!e) return;
  if (e.kind === 'name') g.nameUses.add(e.name);
  else if (e.kind === 'logical') for (const operand of e.operands) used(g, operand);
  else if (e.kind === 'conditional') {
    used(g, e.then);
    used(g, e.otherwise);
  } else if (e.kind === 'attribute') attributeUse(g, e);
}

function attributeUse(g: Gathering, e: Extract<Expression, { kind: 'attribute' }>): void {
  const { object } = e;
  if (isReceiver(g, object) || isItsClass(g, object)) g.uses.add(e.name);
  else if (object.kind === 'name' || object.kind === 'attribute') {
    const names = g.foreignUses.get(object.name) ?? new Set<string>();
    names.add(e.name);
    g.foreignUses.set(object.name, names);
  }
}

function isReceiver(g: Gathering, e: Expression): boolean {
  return e.kind === 'name' && e.name === g.receiver;
}

/** `self.__class__`, `this.constructor`: what the class has, the object uses. */
function isItsClass(g: Gathering, e: Expression): boolean {
  return e.kind === 'attribute' && g.dialect.reflection[e.name] === 'class' && isReceiver(g, e.object);
}

const CLASS_VALUES = new WeakMap<ClassNode, ReadonlyMap<string, Expression | undefined>>();

/** What a class body assigns to its own names. */
export function classValues(node: ClassNode): ReadonlyMap<string, Expression | undefined> {
  const known = CLASS_VALUES.get(node);
  if (known) return known;
  const values = new Map<string, Expression | undefined>();
  for (const s of node.body) {
    if (s.kind === 'assign')
      for (const target of s.targets) if (target.kind === 'name') values.set(target.name, s.value);
    if (s.kind === 'declare' && s.target.kind === 'name' && !values.has(s.target.name))
      values.set(s.target.name, undefined);
  }
  CLASS_VALUES.set(node, values);
  return values;
}
