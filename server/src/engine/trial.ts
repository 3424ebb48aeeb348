/**
 * Statements tried where a run came by: what is left of them for the code after them, where they only compute and name values.
 * Must not know whose statements they are.
 */
import { NEVER_CANCELLED } from '../base/cancellation.ts';
import type { Block, Statement } from '../ir/nodes.ts';
import type { Machine, Visit } from './machine.ts';
import { scratchMachine } from './scratch.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';
import type { Step } from './steps.ts';
import { emptyTrace } from './trace.ts';
import type { Value } from './values.ts';
import { NOTHING, sameAtom } from './values.ts';
import { MOST_VISITS } from './visits.ts';

/** Tries statements after one run. */
export interface Trials {
  /** Whether the run kept its visits of a file. */
  readonly watches: (path: string) => boolean;
  /** The visits in front of a statement, or at the end of a block; `undefined` where there were more than were kept. */
  readonly visits: (block: Block, at: number) => readonly Visit[] | undefined;
  /**
   * Whether what comes after would find the same after the one as after the other. Names that `isOwn` tells stand nowhere else.
   * "No" also where it cannot be told: where a function of the workspace is entered, an object stored in, a path ended.
   */
  readonly agree: (visit: Visit, one: Block, other: Block, isOwn: (name: string) => boolean) => boolean;
}

/** Operations that one try may take. */
const WORK = 20_000;

export function createTrials(run: Run): Trials {
  let m: Machine | undefined;
  const { visits } = run.machine;
  return {
    watches: (path) => visits?.watches(path) === true,
    visits: (block, at) => {
      const statement = block[at];
      const found = statement ? visits?.before.get(statement) : visits?.after.get(block.at(-1) ?? block);
      return found && found.length > MOST_VISITS ? undefined : (found ?? []);
    },
    agree: (visit, one, other, isOwn) => {
      m ??= { ...scratchMachine(run, WORK), token: NEVER_CANCELLED };
      const first = attempt(m, visit, one);
      const second = first && attempt(m, visit, other);
      return first !== undefined && second !== undefined && alike(visit, first, second, isOwn);
    },
  };
}

/** What statements did that only computed and named values. */
interface Outcome {
  /** Names that were given values, in the scope around. */
  readonly named: ReadonlyMap<string, Value>;
  /** What else was noticed, as texts. */
  readonly noticed: string;
}

function attempt(m: Machine, visit: Visit, statements: readonly Statement[]): Outcome | undefined {
  const state = visit.state.fork();
  const { frame, guards, phase, root } = visit;
  const first = m.nextId;
  const known = m.loaded.size;
  m.trace = { ...emptyTrace(), steps: m.trace.steps };
  const from = m.trace.steps.length;
  Object.assign(m, { state, sink: [], guards, phase, root, work: 0, unbilled: 0, workLimit: WORK });
  m.frame = { ...frame, loops: frame.loops.slice(), handling: frame.handling.slice() };
  m.rules.execute(m, statements);
  const steps = m.trace.steps.splice(from);
  const ended = m.state;
  if (ended !== state || m.sink.length > 0 || m.loaded.size !== known || hasDeferred(m)) return undefined;
  if (m.trace.limits.size > 0 || steps.some((step) => step.kind !== 'branch' && !names(step, visit)))
    return undefined;
  const named = namedIn(visit, state, first);
  return named && { named, noticed: noticed(m) };
}

function hasDeferred(m: Machine): boolean {
  return m.startup.length + m.later.length + m.requests.length + m.jobs.length > 0;
}

/** A variable of the module that runs was given a value: that shows in the heap. */
function names(step: Step, { frame }: Visit): boolean {
  return step.kind === 'write' && step.object === frame.module;
}

/** The names of the scope around that have other values than before; `undefined` where anything else changed. */
function namedIn(visit: Visit, state: State, first: number): ReadonlyMap<string, Value> | undefined {
  const { frame } = visit;
  const scopes = new Set([frame.classBody?.id ?? frame.scope.id, frame.module.id]);
  const named = new Map<string, Value>();
  for (const id of state.changedSince(visit.state, first)) {
    if (!scopes.has(id) || state.items(id) !== visit.state.items(id)) return undefined;
    for (const [name, slot] of state.slots(id)) {
      if (visit.state.slot(id, name) === slot) continue;
      named.set(name, slot.value);
    }
    if (state.slots(id).size < visit.state.slots(id).size) return undefined;
  }
  return named;
}

function noticed({ trace }: Machine): string {
  const { unresolved, missing, escapes, handed, cuts, variables, comparisons } = trace;
  return JSON.stringify([
    unresolved.map(({ reason }) => reason),
    missing.map(({ name }) => name),
    [...escapes.keys()],
    [...handed],
    cuts.length,
    [...variables].map(([name, values]) => [name, ...values]),
    [...comparisons].map(([name, values]) => [name, ...values]),
  ]);
}

function alike(visit: Visit, a: Outcome, b: Outcome, isOwn: (name: string) => boolean): boolean {
  if (a.noticed !== b.noticed) return false;
  return [...new Set([...a.named.keys(), ...b.named.keys()])].every(
    (name) => isOwn(name) || sameValue(valueAfter(visit, a, name), valueAfter(visit, b, name)),
  );
}

function valueAfter({ state, frame }: Visit, { named }: Outcome, name: string): Value {
  const scope = frame.classBody?.id ?? frame.scope.id;
  return named.get(name) ?? (state.slot(scope, name) ?? state.slot(frame.module.id, name))?.value ?? NOTHING;
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    a.atoms.length === b.atoms.length &&
    a.atoms.every((atom, index) => sameAtom(atom, b.atoms[index] as (typeof b.atoms)[number]))
  );
}
