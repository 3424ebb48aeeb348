/**
 * Single functions, run on the heap that startup and requests left: what would they do with the objects that are there?
 * Each on a copy of that heap, with a small share of work. Must not know what is asked of them.
 */
import { callFunction } from './calls.ts';
import type { Machine } from './machine.ts';
import { NO_ARGUMENTS } from './machine.ts';
import { runBackground } from './natives/phases.ts';
import type { FunctionObject, ModuleObject, Place } from './objects.ts';
import type { Run } from './run.ts';
import { scratchMachine } from './scratch.ts';
import type { State } from './state.ts';
import type { Step } from './steps.ts';
import type { Value } from './values.ts';
import { unknown } from './values.ts';

export interface Probe {
  /** The steps of one call, after what requests store: of a method on an object, of a function without one. */
  call(fn: FunctionObject, receiver: Value | undefined): readonly Step[];
  /** What the last call left: all that is stored, and the modules by name. */
  left(): { readonly heap: State; readonly loaded: ReadonlyMap<string, ModuleObject> };
}

/** Operations of one call. */
const WORK = 20_000;

export function createProbe(run: Run, work = WORK): Probe {
  const from = run.trace.steps.length;
  let m: Machine | undefined;
  return {
    call: (fn, receiver) => {
      m ??= scratchMachine(run, work);
      return call(m, run, from, fn, receiver);
    },
    left: () => ({ heap: m?.state ?? run.requests.heap, loaded: (m ?? run.machine).loaded }),
  };
}

function call(
  m: Machine,
  run: Run,
  from: number,
  fn: FunctionObject,
  receiver: Value | undefined,
): readonly Step[] {
  const { frame } = m;
  m.trace.steps.length = from;
  m.later.length = 0;
  m.state = run.requests.heap.fork();
  m.sink = [];
  m.guards = undefined;
  m.work = 0;
  m.workLimit = m.limits.work;
  m.repetition.exact.clear();
  m.repetition.always.clear();
  const place: Place = { module: fn.node.module, start: fn.node.nameSpan.start, end: fn.node.nameSpan.end };
  const value = callFunction(m, fn, receiver, argumentsOf(fn, receiver), place);
  if (m.state) m.rules.await(m, value, place);
  if (m.state && value.atoms.some((atom) => atom.kind === 'generator')) m.rules.elements(m, value, place);
  m.frame = frame;
  m.state ??= run.requests.heap.fork();
  m.sink = [];
  runBackground(m);
  m.frame = frame;
  return m.trace.steps.slice(from);
}

/** Something that is not known for every parameter. */
function argumentsOf(fn: FunctionObject, receiver: Value | undefined): typeof NO_ARGUMENTS {
  const first = receiver && fn.node.module.dialect.receiver === 'first-parameter' ? 1 : 0;
  const named = new Map<string, Value>();
  const positional: Value[] = [];
  for (const parameter of fn.node.parameters.slice(first)) {
    const value = unknown('its callers give it', { notNone: !isNone(parameter.defaultValue) });
    if (parameter.kind === 'rest' || parameter.kind === 'named-rest') continue;
    if (parameter.kind === 'named-only') named.set(parameter.name, value);
    else positional.push(value);
  }
  return { ...NO_ARGUMENTS, positional, named };
}

function isNone(value: FunctionObject['node']['parameters'][number]['defaultValue']): boolean {
  return value?.kind === 'constant' && (value.type === 'none' || value.type === 'undefined');
}
