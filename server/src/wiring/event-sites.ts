/**
 * The calls that hand over the name of an event, as they stand in the code. Must not know the heap: whether something comes by, and
 * what it has to send through, is asked elsewhere.
 */
import type { Place } from '../engine/objects.ts';
import type { Block, CallExpression, ClassNode, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachExpression, eachStatement } from '../ir/outline.ts';
import type { CodeIndex } from './code-index.ts';
import { type EventNames, goesElsewhere, isSocketName, sendsByName } from './event-names.ts';
import { factsOf } from './facts.ts';
import { calleeOf, lastName, namesIn, placeIn } from './source.ts';

/** A call that names an event and that sends, by its name or by what it calls. */
export interface EventSite {
  /** As it is written: a critical event, or a name that is one slip away from one. */
  readonly event: string;
  readonly place: Place;
  /** The name that is called. */
  readonly name: Place;
  readonly call: CallExpression;
  readonly function: FunctionNode | undefined;
  readonly class: ClassNode | undefined;
  /** Sent on a client's connection itself. */
  readonly onSocket: boolean;
}

/** What a name stands for: enumeration members and constants of modules and classes. */
export type ConstantTexts = ReadonlyMap<string, ReadonlySet<string>>;

export function constantsIn(modules: readonly ModuleNode[]): ConstantTexts {
  const known = CONSTANTS.get(modules);
  if (known) return known;
  const constants = new Map<string, Set<string>>();
  const add = (name: string, text: string): void => {
    const texts = constants.get(name) ?? new Set<string>();
    texts.add(text);
    constants.set(name, texts);
  };
  for (const module of modules) {
    for (const s of module.body) {
      const inner = s.kind === 'class-declaration' ? s.class.body : [s];
      for (const part of inner) {
        if (part.kind !== 'assign') continue;
        for (const [name, text] of membersOf(part.value)) add(name, text);
        const text = textOfConstant(part.value);
        if (text === undefined) continue;
        for (const target of part.targets) if (target.kind === 'name') add(target.name, text);
      }
    }
  }
  CONSTANTS.set(modules, constants);
  return constants;
}

const CONSTANTS = new WeakMap<readonly ModuleNode[], ConstantTexts>();

/** `{ STARTED: 'agent_started' }`: an object of constants is read by their names, like a class of them. */
function membersOf(value: Expression): readonly (readonly [string, string])[] {
  if (value.kind !== 'mapping' || value.shape !== 'object') return [];
  return value.entries.flatMap(({ key, value: given }) => {
    const name = key && textOfConstant(key);
    const text = textOfConstant(given);
    return name === undefined || text === undefined ? [] : [[name, text] as const];
  });
}

/** A text, also where it is wrapped: `EventType("agent_started")`. */
function textOfConstant(value: Expression): string | undefined {
  if (value.kind === 'constant') return typeof value.value === 'string' ? value.value : undefined;
  return undefined;
}

/** The sites in functions and top levels of some modules. */
export function eventSites(code: CodeIndex, names: EventNames): readonly EventSite[] {
  const modules = code.modules.filter(
    (module) => names.rules.mentions(module) || mentionsSlip(module, names),
  );
  const constants = relevant(constantsIn(code.modules), names);
  const tokens = [...names.critical, ...constants.keys()];
  const functions = new Map<FunctionNode, ClassNode | undefined>();
  for (const token of tokens)
    for (const found of code.functionsNaming(token)) functions.set(found.node, found.class);
  for (const module of modules)
    for (const slip of slipsIn(module, names))
      for (const found of code.functionsIn(module, slip)) functions.set(found.node, found.class);
  const search: Search = { code, names, constants, sending: new Map() };
  const inFunctions = [...functions].flatMap(([node, owner]) =>
    sitesIn(search, node.module, node, owner, node.body().block),
  );
  const atTop = modules.flatMap((module) => sitesIn(search, module, undefined, undefined, module.body));
  return [...atTop, ...inFunctions];
}

function relevant(constants: ConstantTexts, names: EventNames): ConstantTexts {
  return new Map([...constants].filter(([, texts]) => [...texts].some((text) => names.rules.names(text))));
}

const TEXTS = /["']([\w.:-]{3,40})["']/g;

function slipsIn(module: ModuleNode, names: EventNames): readonly string[] {
  let found = SLIPS.get(names)?.get(module);
  if (!found) {
    const all = SLIPS.get(names) ?? new WeakMap<ModuleNode, readonly string[]>();
    SLIPS.set(names, all);
    const texts = names.mayName(module.text)
      ? [...module.text.matchAll(TEXTS)].map(([, text = '']) => text)
      : [];
    found = [...new Set(texts)].filter((text) => names.slipOf(text) !== undefined);
    all.set(module, found);
  }
  return found;
}

const SLIPS = new WeakMap<EventNames, WeakMap<ModuleNode, readonly string[]>>();

function mentionsSlip(module: ModuleNode, names: EventNames): boolean {
  return slipsIn(module, names).length > 0;
}

interface Search {
  readonly code: CodeIndex;
  readonly names: EventNames;
  readonly constants: ConstantTexts;
  /** Functions of the application that send what they are given, by name. */
  readonly sending: Map<string, boolean>;
}

function sitesIn(
  search: Search,
  module: ModuleNode,
  node: FunctionNode | undefined,
  owner: ClassNode | undefined,
  block: Block,
): readonly EventSite[] {
  const locals = localMessages(search, block);
  const sites: EventSite[] = [];
  eachExpression(block, (e) => {
    if (e.kind !== 'call') return;
    const events = new Set(e.args.flatMap((argument) => carried(search, locals, argument.value)));
    if (events.size === 0 || !sendsIt(search, e)) return;
    const callee = calleeOf(e);
    if (!callee) return;
    const onSocket = isOnSocket(e);
    const place = placeIn(module, e);
    const name = placeIn(module, callee.span);
    for (const event of events)
      sites.push({ event, place, name, call: e, function: node, class: owner, onSocket });
  });
  return sites;
}

/** `websocket.send_json(...)`, or a function that is given the connection: `send_safely(websocket, ...)`. */
function isOnSocket({ callee, args }: CallExpression): boolean {
  if (callee.kind === 'attribute') return isSocketName(lastName(callee.object) ?? '');
  return args.some(({ value }) => value.kind === 'name' && isSocketName(value.name));
}

/** What locals hold that were assigned a message or a name of an event. */
function localMessages(search: Search, block: Block): ReadonlyMap<string, readonly string[]> {
  const locals = new Map<string, readonly string[]>();
  eachStatement(block, (s) => {
    if (s.kind !== 'assign') return;
    const events = carried(search, locals, s.value);
    if (events.length === 0) return;
    for (const target of s.targets) {
      if (target.kind === 'name') locals.set(target.name, [...(locals.get(target.name) ?? []), ...events]);
      // `message["type"] = "agent_started"`
      const isKey =
        target.kind === 'index' &&
        target.object.kind === 'name' &&
        target.index.kind === 'constant' &&
        search.names.rules.keys.has(String(target.index.value));
      if (isKey && target.kind === 'index' && target.object.kind === 'name')
        locals.set(target.object.name, [...(locals.get(target.object.name) ?? []), ...events]);
    }
  });
  return locals;
}

/** The events whose name an expression is, or is a message of. */
function carried(
  search: Search,
  locals: ReadonlyMap<string, readonly string[]>,
  e: Expression,
): readonly string[] {
  const inner = (expression: Expression): readonly string[] => carried(search, locals, expression);
  const { rules } = search.names;
  switch (e.kind) {
    case 'constant':
      return typeof e.value === 'string' && rules.names(e.value) ? [e.value] : [];
    case 'name':
      return locals.get(e.name) ?? named(search, e.name);
    case 'attribute':
      return named(search, e.name).length > 0
        ? named(search, e.name)
        : ENUM_PARTS.has(e.name)
          ? inner(e.object)
          : [];
    case 'mapping':
      return e.entries.flatMap(({ key, value }) =>
        key ? entryEvents(search, locals, key, value) : inner(value),
      );
    case 'sequence': {
      const [first, ...rest] = e.elements;
      return e.type === 'tuple' && first && rest.length > 0 && rest.every((each) => inner(each).length === 0)
        ? inner(first)
        : [];
    }
    case 'call':
      return messageEvents(search, locals, e);
    case 'template':
      return templateEvents(search, locals, e.parts);
    case 'conditional':
      return [...inner(e.then), ...inner(e.otherwise)];
    case 'logical':
      return e.operands.flatMap(inner);
    case 'await':
    case 'bind':
      return inner(e.value);
    case 'binary':
      return e.rest.length > 0 ? [e.first, ...e.rest.map(({ operand }) => operand)].flatMap(inner) : [];
    default:
      return [];
  }
}

/** `EventType.AGENT_STARTED.value` */
const ENUM_PARTS = new Set(['value', 'name']);

function named(search: Search, name: string): readonly string[] {
  return [...(search.constants.get(name) ?? [])].filter((text) => search.names.rules.names(text));
}

function entryEvents(
  search: Search,
  locals: ReadonlyMap<string, readonly string[]>,
  key: Expression,
  value: Expression,
): readonly string[] {
  const isName = key.kind === 'constant' && search.names.rules.keys.has(String(key.value));
  return isName || value.kind === 'mapping' || value.kind === 'call' ? carried(search, locals, value) : [];
}

/** A message object, or a text made from one: `Message(type="agent_started")`, `json.dumps({...})`, `message.model_dump()`. */
function messageEvents(
  search: Search,
  locals: ReadonlyMap<string, readonly string[]>,
  e: CallExpression,
): readonly string[] {
  const name = calleeOf(e)?.name ?? '';
  if (goesElsewhere(name)) return [];
  const fromReceiver =
    e.callee.kind === 'attribute' && e.args.length === 0 ? carried(search, locals, e.callee.object) : [];
  if (fromReceiver.length > 0) return fromReceiver;
  const isClass = /^_*[A-Z]/.test(name);
  if (!isClass && !TEXT_OF.test(name)) return [];
  return e.args.flatMap((argument) =>
    argument.name === undefined || search.names.rules.keys.has(argument.name)
      ? carried(search, locals, argument.value)
      : [],
  );
}

/** Functions that give another form of what they are given. */
const TEXT_OF = /dump|dict|json|encode|str|format|serial|message|event|payload/i;

/** `f"agent_{'started'}"` where all parts are constant; else whatever is in it: `f"data: {json.dumps(...)}"`. */
function templateEvents(
  search: Search,
  locals: ReadonlyMap<string, readonly string[]>,
  parts: readonly Expression[],
): readonly string[] {
  const texts = parts.map((part) => constantText(search, part));
  if (texts.every((text) => text !== undefined)) {
    const whole = texts.join('');
    return search.names.rules.names(whole) ? [whole] : [];
  }
  return parts.filter((part) => part.kind !== 'constant').flatMap((part) => carried(search, locals, part));
}

function constantText(search: Search, e: Expression): string | undefined {
  if (e.kind === 'constant') return typeof e.value === 'string' ? e.value : undefined;
  const texts = e.kind === 'name' || e.kind === 'attribute' ? search.constants.get(e.name) : undefined;
  return texts?.size === 1 ? [...texts][0] : undefined;
}

/** Whether a call sends: by its name, unless what it is called on says otherwise, or because what it calls does. */
function sendsIt(search: Search, e: CallExpression): boolean {
  const callee = calleeOf(e);
  if (!callee || goesElsewhere(callee.name)) return false;
  if (e.callee.kind === 'attribute' && [...namesIn(e.callee.object)].some(goesElsewhere)) return false;
  return sendsByName(callee.name) || sendsInside(search, callee.name, 0);
}

/** Calls of calls that are looked into. */
const MAX_NESTED = 3;

/** Whether some function of that name hands what it is given to something that sends. */
export function sendsInside(search: Search, name: string, depth: number): boolean {
  const known = search.sending.get(name);
  if (known !== undefined) return known;
  search.sending.set(name, false);
  const answer = search.code
    .functionsNamed(name)
    .filter(({ class: owner }) => !goesElsewhere(owner?.name ?? ''))
    .some(({ node }) =>
      factsOf(node).calls.some(
        (call) =>
          call.parameters.size > 0 &&
          !goesElsewhere(call.name) &&
          !call.via.some(goesElsewhere) &&
          (sendsByName(call.name) || (depth < MAX_NESTED && sendsInside(search, call.name, depth + 1))),
      ),
    );
  search.sending.set(name, answer);
  return answer;
}
