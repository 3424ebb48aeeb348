/**
 * Calling: what a value does when it is called, and running a workspace function's body in a frame of its own.
 * Must not know which library functions exist; those are models.
 */
import { bindArguments } from './arguments.ts';
import { storeUnderAnyName } from './attribute-writes.ts';
import { bind, lookUp } from './descriptors.ts';
import { edge, edgeToFunction, oncePerArguments } from './call-graph.ts';
import { runForward } from './forwarding.ts';
import { callWrapper } from './wrappers.ts';
import { construct } from './construct.ts';
import { EMPTY_MAPPING, mappingSet, sequenceOf } from './items.ts';
import type { CallArguments, Frame, Machine, OnYield } from './machine.ts';
import { ensureLoaded, heap, inModel, merge, newId, note, record, tick, workspacePlace } from './machine.ts';
import type {
  Atomic,
  ContainerObject,
  FunctionObject,
  Place,
  ScopeObject,
  SuspendedCall,
} from './objects.ts';
import { escape } from './escapes.ts';
import { branch, raiseBuiltin } from './raise.ts';
import { before, recall, remember, repetitionKey } from './repetition.ts';
import { NO_WRITES, type Slot } from './state.ts';
import type { CoroutineStep, EnterStep } from './steps.ts';
import type { Atom, Value } from './values.ts';
import { isCut, limitOfCall } from './work-share.ts';
import { NONE, NOTHING, UNDEFINED, isNothing, join, mayBe, single, text, unknown } from './values.ts';

/** Calls everything that `callee` can be, each on a path of its own, and joins. */
export function callValue(m: Machine, callee: Value, args: CallArguments, place: Place): Value {
  const targets =
    mayBe(callee, 'absent') || mayBe(callee, 'none') || mayBe(callee, 'undefined')
      ? callee.atoms.filter(
          (atom) => atom.kind !== 'absent' && atom.kind !== 'none' && atom.kind !== 'undefined',
        )
      : callee.atoms;
  if (targets.length === 1) return callAtom(m, targets[0] as Atomic, args, place);
  if (targets.length === 0)
    return isNothing(callee) ? NOTHING : notCallable(m, callee.atoms[0] as Atom, place);
  return branch(
    m,
    targets.map((atom) => () => callAtom(m, atom as Atomic, args, place)),
  );
}

function notCallable(m: Machine, atom: Atom, place: Place): Value {
  const text =
    atom.kind === 'none' ? m.dialect.words.none : atom.kind === 'undefined' ? atom.kind : `a ${atom.kind}`;
  return raiseBuiltin(m, m.dialect.names.argumentError, { kind: 'not-callable', text }, place);
}

function callAtom(m: Machine, atom: Atomic, args: CallArguments, place: Place): Value {
  if (!tick(m)) return unknown('the dry run reached its limit', { place });
  switch (atom.kind) {
    case 'function':
      return callFunction(m, atom, undefined, args, place);
    case 'bound':
      return callBound(m, atom, args, place);
    case 'native':
      return m.rules.native(m, atom.name, args, place);
    case 'class':
      return construct(m, atom, args, place);
    case 'wrapper':
      return callWrapper(m, atom, args, place);
    case 'unknown':
      return callUnknown(m, atom, args, place);
    case 'instance':
      return callInstance(m, atom, args, place);
    default:
      return notCallable(m, atom, place);
  }
}

function callBound(
  m: Machine,
  atom: Extract<Atomic, { kind: 'bound' }>,
  args: CallArguments,
  place: Place,
): Value {
  const receiver = single(atom.receiver);
  const target = atom.function;
  if (target.kind === 'function') return callFunction(m, target, receiver, args, place);
  return callAtom(m, target, withFirst(receiver, args), place);
}

function withFirst(
  first: Value,
  { positional, named, morePositional, moreNamed }: CallArguments,
): CallArguments {
  return { positional: [first, ...positional], named, morePositional, moreNamed };
}

function callInstance(
  m: Machine,
  atom: Extract<Atomic, { kind: 'instance' }>,
  args: CallArguments,
  place: Place,
): Value {
  const hook = m.dialect.names.call;
  const method = hook === undefined ? undefined : lookUp(m, atom.class.mro, hook);
  if (method) return m.rules.call(m, bind(m, method.value, atom, atom.class, place), args, place);
  if (atom.class.unknownBase !== undefined)
    return unknown(`${atom.class.name} inherits from ${atom.class.unknownBase}, which cannot be seen`, {
      place,
    });
  return notCallable(m, atom, place);
}

/** A call that nobody models: unknown, but a class of a library gives an object. */
function callUnknown(
  m: Machine,
  atom: Extract<Atomic, { kind: 'unknown' }>,
  args: CallArguments,
  place: Place,
): Value {
  if (!inModel(m)) {
    const reason = atom.path === undefined ? atom.reason : `${atom.path}() cannot be seen`;
    const handed = [...args.positional, ...args.named.values()];
    escape(m, handed, place, reason);
    iterateOver(m, handed, place);
    edge(m, atom.path);
    if (atom.path === undefined) note(m, place, atom.reason);
  }
  const last = atom.path?.slice(atom.path.lastIndexOf('.') + 1) ?? '';
  if (/^[A-Z]/.test(last))
    return unknown(`an object of ${atom.path}`, { place, path: atom.path, truthy: true });
  return unknown(atom.path === undefined ? atom.reason : `the result of ${atom.path}()`, { place });
}

/** What cannot be followed is taken to go through the generator expressions that it is given. */
function iterateOver(m: Machine, values: readonly Value[], place: Place): void {
  for (const value of values)
    for (const atom of value.atoms)
      if (m.state && atom.kind === 'generator-expression') m.rules.elements(m, single(atom), place);
}

/** Calls one function. An async one or a generator gives a suspended call. */
export function callFunction(
  m: Machine,
  fn: FunctionObject,
  receiver: Value | undefined,
  args: CallArguments,
  place: Place,
): Value {
  edgeToFunction(m, fn, receiver?.atoms[0] as Atomic | undefined);
  const lexicalReceiver = m.dialect.receiver === 'this';
  const all = receiver && !lexicalReceiver ? withFirst(receiver, args) : args;
  const binding = bindArguments(fn, all, m.dialect.argumentMismatch === 'raise' && !m.callGraph);
  if (!binding.fits) {
    const cause = { kind: 'argument-mismatch', callee: fn, detail: binding.detail } as const;
    return raiseBuiltin(m, m.dialect.names.argumentError, cause, workspacePlace(m, place));
  }
  if (fn.isModel && !m.callGraph) {
    const given = receiver ?? firstArgument(fn, binding.values);
    const forwarded = runForward(m, fn, binding.values, given, place);
    if (forwarded) return forwarded;
  }
  const body = fn.node.body();
  const scope: ScopeObject = {
    kind: 'scope',
    id: newId(m),
    parent: fn.scope,
    locals: body.locals,
    module: fn.module,
  };
  const slots = new Map<string, Slot>();
  for (const parameter of fn.node.parameters) {
    let value = binding.values.get(parameter.name);
    if (parameter.kind === 'rest') value = restContainer(m, binding.rest, binding.moreRest, place);
    else if (parameter.kind === 'named-rest')
      value = namedRestContainer(m, binding.namedRest, binding.moreNamedRest, place);
    if (value !== undefined) slots.set(parameter.name, { value, writes: NO_WRITES });
  }
  const { receiver: lexical } = m.dialect.words;
  if (lexicalReceiver && body.locals.has(lexical))
    slots.set(lexical, { value: receiver ?? UNDEFINED, writes: NO_WRITES });
  if (slots.size > 0) heap(m).create(scope.id, slots);
  const call: SuspendedCall = {
    function: fn,
    scope,
    receiver: receiver ?? (lexicalReceiver ? undefined : firstArgument(fn, binding.values)),
    place,
  };
  if (body.isGenerator) return single({ kind: 'generator', id: newId(m), call });
  if (fn.node.isAsync)
    return m.dialect.asyncCalls === 'eager'
      ? m.rules.begin(m, call, binding.values)
      : suspend(m, call, binding.values);
  return oncePerArguments(m, fn, all, () => activate(m, call, undefined, binding.values));
}

function firstArgument(fn: FunctionObject, values: ReadonlyMap<string, Value>): Value | undefined {
  if (!fn.owner) return undefined;
  const first = fn.node.parameters[0];
  return first ? values.get(first.name) : undefined;
}

/** Whether a library's coroutine was given a function of the application: nobody calls it when the coroutine never runs. */
function wouldCall(args: ReadonlyMap<string, Value>): boolean {
  for (const value of args.values()) {
    if (value.atoms.some((a) => a.kind === 'bound' && a.function.kind === 'function' && !a.function.isModel))
      return true;
  }
  return false;
}

function suspend(m: Machine, call: SuspendedCall, args: ReadonlyMap<string, Value>): Value {
  const id = newId(m);
  if (!m.callGraph && (!call.function.isModel || wouldCall(args))) {
    const where = workspacePlace(m, call.place);
    const step = record<CoroutineStep>(m, {
      kind: 'coroutine',
      place: where,
      function: call.function,
      receiver: call.receiver,
      args,
      awaited: false,
    });
    m.coroutineSteps.set(id, step);
  }
  return single({ kind: 'coroutine', id, call });
}

function restContainer(m: Machine, values: readonly Value[], more: Value | undefined, place: Place): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'tuple',
    class: undefined,
    site: place,
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf(values, more ?? NOTHING));
  return single(object);
}

function namedRestContainer(
  m: Machine,
  values: ReadonlyMap<string, Value>,
  more: Value | undefined,
  place: Place,
): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'mapping',
    class: undefined,
    site: place,
    environment: false,
  };
  let items = EMPTY_MAPPING;
  for (const [name, value] of values) items = mappingSet(items, text(name), value);
  if (more) items = { ...items, rest: more, restKey: unknown('a spread key') };
  heap(m).setItems(object.id, items);
  return single(object);
}

/** Runs the body of a call whose parameters are bound. Returns are joined; raises and serving go on to the caller. */
export function activate(
  m: Machine,
  call: SuspendedCall,
  onYield: OnYield | undefined,
  args: ReadonlyMap<string, Value>,
): Value {
  const fn = call.function;
  const active = m.activations.get(fn.node) ?? 0;
  if (active >= recursionLimit(m, fn) || m.frame.depth >= m.limits.depth)
    return tooDeep(m, fn, active, call.place);
  const key = repetitionKey(m, call, args);
  const isPart = call.rest !== undefined;
  const recalled = onYield || isPart ? undefined : recall(m, call, key);
  if (recalled) return recalled;
  const start = before(m, call, key);
  const saved = { frame: m.frame, sink: m.sink, guards: m.guards, workLimit: m.workLimit };
  m.workLimit = limitOfCall(m, fn);
  ensureLoaded(m, fn.module);
  m.activations.set(fn.node, active + 1);
  m.sink = [];
  m.frame = frameOf(m, call, onYield, enterStep(m, call, args));
  const frame = m.frame;
  m.rules.execute(m, call.rest ?? fn.node.body().block);
  const exits = m.sink;
  m.frame = saved.frame;
  m.sink = saved.sink;
  m.guards = saved.guards;
  m.activations.set(fn.node, active);
  const cut = isCut(m);
  if (cut) cutShort(m, call.receiver);
  m.workLimit = saved.workLimit;
  let value = m.state ? (m.dialect.missingAttribute === 'undefined' ? UNDEFINED : NONE) : NOTHING;
  let completed = !onYield && !cut;
  for (const exit of exits) {
    if (exit.kind === 'return' && exit.frame === frame) {
      merge(m, exit.state);
      value = join(value, exit.value);
    } else {
      m.sink.push(exit);
      completed = false;
    }
  }
  remember(m, call, args, start, value, completed && !isPart && m.state !== undefined);
  if (m.state && !fn.node.body().keepsScope && !onYield && call.isBegun !== true)
    m.state.release(call.scope.id);
  return value;
}

/** An object of this request whose method was not followed to its end may have got any attribute. */
function cutShort(m: Machine, receiver: Value | undefined): void {
  m.trace.cuts.push(m.trace.steps.length);
  if (m.phase !== 'request' || !m.state) return;
  for (const atom of receiver?.atoms ?? [])
    if (atom.kind === 'instance' && !atom.class.isModel && atom.step >= m.root)
      storeUnderAnyName(m, single(atom), unknown('the dry run reached its limit'));
}

function enterStep(m: Machine, call: SuspendedCall, args: ReadonlyMap<string, Value>): number {
  if (call.caller !== undefined && !call.function.isModel) return m.frame.step;
  if (call.function.isModel || m.callGraph) return m.frame.step;
  const place = workspacePlace(m, call.place);
  return record<EnterStep>(m, {
    kind: 'enter',
    place,
    function: call.function,
    receiver: call.receiver,
    args,
  });
}

function frameOf(m: Machine, call: SuspendedCall, onYield: Frame['onYield'], step: number): Frame {
  const fn = call.function;
  return {
    function: fn,
    module: fn.module,
    scope: call.scope,
    classBody: undefined,
    receiver: call.receiver,
    step,
    parent: m.frame,
    depth: m.frame.depth + 1,
    onYield,
    callPlace: m.frame.module.isModel ? m.frame.callPlace : call.place,
    tries: 0,
    loops: [],
    handling: [],
    name: fn.qualifiedName,
  };
}

/** Models of libraries that build what is nested (a container of services) call themselves as deep as that is. */
function recursionLimit(m: Machine, fn: FunctionObject): number {
  return fn.isModel ? m.limits.recursion * 10 : m.limits.recursion;
}

function tooDeep(m: Machine, fn: FunctionObject, active: number, place: Place): Value {
  const recursive = active >= recursionLimit(m, fn);
  if (!recursive) m.trace.limits.add(`calls were followed to a depth of ${m.limits.depth}`);
  else if (!fn.isModel)
    m.trace.limits.add(`${fn.qualifiedName}() calls itself: it was followed ${active} calls deep`);
  return unknown(
    recursive ? `${fn.name}() calls itself` : `the calls are nested too deeply at ${fn.name}()`,
    { place },
  );
}
