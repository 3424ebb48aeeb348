/**
 * What becomes of an emission in the steps of a dry run: it goes on until something sends it, or it stops at something that is none.
 * Must not know contracts, nor what is reported.
 */
import type { Place } from '../engine/objects.ts';
import type { Reason } from '../engine/guards.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep, EmitStep, EnterStep, RaiseStep, Step } from '../engine/steps.ts';
import type { CallExpression, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachExpression } from '../ir/outline.ts';
import { goesElsewhere, isSocketName, sendsByName } from './event-names.ts';
import { factsOf, receiverName } from './facts.ts';
import { type Activation, type Hop, follow, isNone } from './held-value.ts';
import { around, callAt, calleeOf, lastName, namesIn, samePlace } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Steps in which emissions are looked for, by what happened in them. */
export interface StepTree {
  readonly run: Run;
  /** The run with what requests store. */
  readonly later: Run;
  readonly vocabulary: Vocabulary;
  readonly children: ReadonlyMap<number, readonly Step[]>;
  readonly entersAt: ReadonlyMap<number, readonly EnterStep[]>;
  readonly byId: ReadonlyMap<number, Step>;
  /** Whether these are the steps of startup and requests, not of a single call. */
  readonly isServed: boolean;
}

export function stepTree(run: Run, vocabulary: Vocabulary, steps: readonly Step[]): StepTree {
  const children = new Map<number, Step[]>();
  const entersAt = new Map<number, EnterStep[]>();
  const byId = new Map<number, Step>();
  for (const step of steps) {
    byId.set(step.id, step);
    add(children, step.parent, step);
    if (step.kind === 'enter') add(entersAt, step.place.start, step);
  }
  return {
    run,
    later: { ...run, heap: run.requests.heap },
    vocabulary,
    children,
    entersAt,
    byId,
    isServed: true,
  };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** What became of one emission. */
export interface Outcome {
  /** `nothing`: it is no emission, since what it calls sends nothing. */
  readonly kind: 'sent' | 'blocked' | 'nothing';
  /** What it goes through, by the names in the code; empty where it is sent on a connection or by something handed in. */
  readonly through: readonly string[];
  /** Attributes that it goes through; of a blocked one, the last is none. */
  readonly hops: readonly Hop[];
}

const NOTHING_SENT: Outcome = { kind: 'nothing', through: [], hops: [] };
const MAX_DEPTH = 12;

/** What became of a recorded emission. */
export function outcomeOf(tree: StepTree, step: EmitStep, depth = 0): Outcome {
  const known = OUTCOMES.get(step);
  if (known) return known;
  const outcome = judge(tree, step, depth);
  OUTCOMES.set(step, outcome);
  return outcome;
}

const OUTCOMES = new WeakMap<EmitStep, Outcome>();

function judge(tree: StepTree, step: EmitStep, depth: number): Outcome {
  const call = callOf(step.place);
  const callee = call && calleeOf(call);
  const receiver = call?.callee.kind === 'attribute' ? call.callee.object : undefined;
  if (callee && goesElsewhere(callee.name)) return NOTHING_SENT;
  if (receiver && [...namesIn(receiver)].some(goesElsewhere)) return NOTHING_SENT;
  const way = wayOf(tree, step, receiver);
  // `manager?.send(event)` without a manager.
  const last = isNone(step.callee) ? way.hops.findLastIndex((hop) => isNone(hop.value)) : -1;
  if (last >= 0) return { kind: 'blocked', through: way.through, hops: way.hops.slice(0, last + 1) };
  const enters = (tree.entersAt.get(step.place.start) ?? []).filter(
    (enter) => enter.id > step.id && samePlace(enter.place, step.place),
  );
  if (enters.length === 0 || depth > MAX_DEPTH) {
    return step.sends ? { kind: 'sent', ...way } : NOTHING_SENT;
  }
  const inner = best(enters.map((enter) => outcomeIn(tree, enter, depth + 1)));
  if (inner.kind === 'nothing') return step.sends ? { kind: 'sent', ...way } : NOTHING_SENT;
  return {
    kind: inner.kind,
    through: [...way.through, ...inner.through],
    hops: [...way.hops, ...inner.hops],
  };
}

function best(outcomes: readonly Outcome[]): Outcome {
  return (
    outcomes.find(({ kind }) => kind === 'sent') ??
    outcomes.find(({ kind }) => kind === 'blocked') ??
    NOTHING_SENT
  );
}

/** What the calls in an activation send. */
function outcomeIn(tree: StepTree, enter: EnterStep, depth: number): Outcome {
  const owner = enter.function.owner?.value?.name ?? '';
  if (goesElsewhere(owner) || goesElsewhere(enter.function.name)) return NOTHING_SENT;
  const steps = tree.children.get(enter.id) ?? [];
  const emits = steps.filter((step) => step.kind === 'emit');
  const outcomes = emits.map((step) => outcomeOf(tree, step, depth));
  for (const step of steps) {
    const known = step.kind === 'enter' && emits.some((emit) => samePlace(emit.place, step.place));
    if (step.kind === 'enter' && !known && depth <= MAX_DEPTH)
      outcomes.push(outcomeIn(tree, step, depth + 1));
  }
  const found = best(outcomes);
  return found.kind === 'nothing' ? blockIn(tree, enter) : found;
}

/** Whether an activation ends, before it sends anything, at something that is none. */
export function blockIn(tree: StepTree, enter: EnterStep): Outcome {
  const node = enter.function.node;
  const activation = activationOf(tree, enter);
  const steps = tree.children.get(enter.id) ?? [];
  for (const step of steps.toReversed()) {
    const stopped =
      (step.kind === 'branch' && step.truth !== 'open' && isAboutNone(step.reason)) ||
      (step.kind === 'raise' && step.cause.kind === 'missing-attribute');
    if (!stopped) continue;
    const hops = noneIn(tree, activation, step);
    const last = hops.at(-1);
    if (last && speaksOfSending(tree, node, last))
      return { kind: 'blocked', through: hops.map(namedHop), hops };
  }
  return NOTHING_SENT;
}

function namedHop(hop: Hop): string {
  return hop.attribute;
}

/** An attribute that the function sends through, or whose name says so. */
function speaksOfSending(tree: StepTree, node: FunctionNode, hop: Hop): boolean {
  if (tree.vocabulary.speaks(hop.attribute)) return true;
  return factsOf(node).calls.some((call) => sendsByName(call.name) && call.via.includes(hop.attribute));
}

function isAboutNone(reason: Reason): boolean {
  switch (reason.kind) {
    case 'value':
      return isNone(reason.value);
    case 'missing-attribute':
    case 'missing-on-module':
      return true;
    case 'not':
      return isAboutNone(reason.reason);
    case 'combined':
      return reason.reasons.some(isAboutNone);
    default:
      return false;
  }
}

/** What is none in a condition, or in what failed: the attributes on the way to it, itself last. */
function noneIn(tree: StepTree, activation: Activation, step: BranchStep | RaiseStep): readonly Hop[] {
  const { block } = around(step.place.module, step.place.start);
  let found: readonly Hop[] = [];
  eachExpression(block, (e) => {
    if (found.length > 0 || e.start < step.place.start || e.end > step.place.end) return;
    if (e.kind !== 'name' && e.kind !== 'attribute' && e.kind !== 'call') return;
    const { value, hops } = follow(activation, e);
    if (!isNone(value)) return;
    found = hops.slice(0, hops.findLastIndex((hop) => isNone(hop.value)) + 1);
  });
  return found;
}

function activationOf(tree: StepTree, enter: EnterStep): Activation {
  return { run: tree.later, function: enter.function.node, receiver: enter.receiver, args: enter.args };
}

/** What a call is made on: the attributes on the way to it. */
function wayOf(
  tree: StepTree,
  step: EmitStep,
  receiver: Expression | undefined,
): { readonly through: readonly string[]; readonly hops: readonly Hop[] } {
  const enter = tree.byId.get(step.parent);
  const activation = enter?.kind === 'enter' ? activationOf(tree, enter) : undefined;
  if (!receiver || !activation) return { through: [], hops: [] };
  const { hops } = follow(activation, receiver);
  const names = pathNames(receiver, receiverName(activation.function));
  if (isSocketName(lastName(receiver) ?? '') && hops.length === 0) return { through: [], hops: [] };
  const local = names.length === 1 && activation.function.body().locals.has(names[0] ?? '');
  return { through: local ? hops.map(namedHop) : names, hops };
}

/** `registry.websocket_manager` of `self.registry.websocket_manager`. */
export function pathNames(e: Expression, receiver: string | undefined): readonly string[] {
  switch (e.kind) {
    case 'name':
      return e.name === receiver ? [] : [e.name];
    case 'attribute':
      return [...pathNames(e.object, receiver), e.name];
    case 'await':
      return pathNames(e.value, receiver);
    case 'call': {
      const callee = calleeOf(e);
      return callee ? [`${callee.name}()`] : [];
    }
    default:
      return [];
  }
}

const CALLS = new WeakMap<ModuleNode, Map<string, CallExpression | undefined>>();

/** The call that stands exactly at a place. */
export function callOf(place: Place): CallExpression | undefined {
  const calls = CALLS.get(place.module) ?? new Map<string, CallExpression | undefined>();
  CALLS.set(place.module, calls);
  const key = `${place.start}:${place.end}`;
  if (!calls.has(key)) calls.set(key, callAt(place));
  return calls.get(key);
}
