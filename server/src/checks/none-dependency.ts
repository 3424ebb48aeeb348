/** The value handed over is, or may be, none: it is built later, or its factory gives none. */
import type { Place } from '../engine/objects.ts';
import type { EnterStep } from '../engine/steps.ts';
import type { Value } from '../engine/values.ts';
import type { Expression, FunctionNode } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import { isNone } from '../wiring/classes.ts';
import { around, at, calleeOf, inWorkspace, lastName, placeIn, samePlace, textOf } from '../wiring/source.ts';
import type { Wiring } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { injectionCorrections } from './fixes/insert-injection.ts';
import { moveCorrections } from './fixes/move.ts';
import { guardedCorrections, replacementCorrections } from './fixes/replace-argument.ts';
import { returnCorrections } from './fixes/return-value.ts';
import { receiverOf } from './fixes/replace-setter.ts';
import { type Reached, argumentAt, reachedBy } from './sites.ts';

export const NONE_DEPENDENCY: WiringCheck = {
  id: 'none-dependency',
  summary: 'the value handed over is, or may be, none',
  severity: 'error',
  url: pageOf('none-dependency'),
  finders: [{ rank: 3.5, find }],
  corrections,
};

function find({ wiring, held }: Problem): Match | undefined {
  const handed = handedNone(wiring, held);
  if (!handed) return undefined;
  const { contract, run } = wiring;
  const { reached, argument, always, step } = handed;
  const write = run.trace.steps[step];
  const value = write?.kind === 'write' ? write.value : undefined;
  const none = words.nothing(value, run.machine.dialect);
  const place = placeIn(reached.place.module, argument);
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place,
    message: words.noneDependency(contract, none, always, reasonOf(wiring, reached, argument, always, none)),
    advice: '',
    keys: [...created, reached.step.id, step],
    last: 'inject',
    lastMessage: `${words.quoted(textOf(place))} ${always ? 'is' : 'may be'} ${none} here`,
  };
}

/** An injection that hands over nothing. */
interface HandedNone {
  readonly reached: Reached;
  readonly argument: Expression;
  readonly always: boolean;
  /** The step that stored it. */
  readonly step: number;
}

function handedNone(wiring: Wiring, held: Problem['held']): HandedNone | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'never' && held.verdict !== 'conditional' && held.verdict !== 'request-only')
    return undefined;
  for (const write of [...held.writes].reverse()) {
    const amount = noneIn(write.value);
    const reached = amount === 'no' ? undefined : reachedBy(run, contract.point, write);
    if (!reached || !isInjection(wiring, reached)) continue;
    const argument = argumentAt(reached.place, contract.point);
    if (!argument || (isNone(argument) && !hadBefore(wiring, held, write.step))) continue;
    return { reached, argument, always: amount === 'always', step: write.step };
  }
  return undefined;
}

function* corrections(
  context: CorrectionContext,
  { wiring, held, evaluation }: Subject,
): Iterable<Correction> {
  const { contract, run } = wiring;
  const handed = held && handedNone(wiring, held);
  if (!handed) return;
  const { reached, argument, always } = handed;
  const { place } = reached;
  const name = lastName(argument);
  const behind = always && name !== undefined ? setLater(wiring, reached, name) : undefined;
  if (behind) yield* moveCorrections(context, { contract, place, behind, receiver: receiverOf(place) });
  const handing = { run, contract, place, argument, excluded: [] };
  yield* returnCorrections(context, { run, contract, module: place.module, argument });
  if (!always) yield* guardedCorrections(context, handing);
  yield* replacementCorrections(context, handing);
  if (always) yield* injectionCorrections(context, { run, contract, held, evaluation });
}

/** Whether the object had its dependency before this step: then none takes it away. */
function hadBefore(wiring: Wiring, held: Problem['held'], before: number): boolean {
  return wiring.run.startupSteps.some(
    (step) =>
      step.id < before &&
      step.kind === 'write' &&
      step.object === held.object &&
      step.name === wiring.contract.point.attribute &&
      noneIn(step.value) !== 'always',
  );
}

/** A constructor or a first assignment that leaves the attribute none injects nothing. */
function isInjection(wiring: Wiring, reached: Reached): boolean {
  const { point } = wiring.contract;
  if (!inWorkspace(reached.place)) return false;
  if (point.kind === 'setter' || point.kind === 'module-setter') return reached.step.kind === 'enter';
  if (point.kind === 'constructor') return false;
  const step = reached.step;
  const parent = wiring.run.trace.steps[step.parent];
  return parent?.kind !== 'enter' || parent.function.name !== wiring.run.machine.dialect.names.constructor;
}

function noneIn(value: Value): 'always' | 'maybe' | 'no' {
  const none = value.atoms.filter((atom) => atom.kind === 'none' || atom.kind === 'undefined');
  return none.length === 0 ? 'no' : none.length === value.atoms.length ? 'always' : 'maybe';
}

function reasonOf(
  wiring: Wiring,
  reached: Reached,
  argument: Expression,
  always: boolean,
  none: string,
): string {
  const { module } = reached.place;
  if (isNone(argument)) return `${none} is written here`;
  if (argument.kind === 'call' || argument.kind === 'await')
    return (
      factoryReason(wiring, placeIn(module, argument), argument, always, none) ??
      `${words.condition(placeIn(module, argument))} ${always ? 'is' : 'may be'} ${none} (${at(placeIn(module, argument))})`
    );
  const name = lastName(argument);
  const later = name === undefined ? undefined : setLater(wiring, reached, name);
  if (always && later)
    return `${words.condition(placeIn(module, argument))} is set only later (${at(later)})`;
  const origin = name === undefined ? undefined : assignedBefore(reached.place, name);
  const value = origin?.value;
  if (origin && (value?.kind === 'call' || value?.kind === 'await')) {
    const reason = factoryReason(wiring, placeIn(module, value), value, always, none);
    if (reason !== undefined) return reason;
  }
  const where = origin ? placeIn(module, origin) : placeIn(module, argument);
  return `${words.condition(placeIn(module, argument))} ${always ? 'is' : 'may be'} ${none} (${at(where)})`;
}

/** What the factory that is called at a place gives. */
function factoryReason(
  wiring: Wiring,
  place: Place,
  expression: Expression,
  always: boolean,
  none: string,
): string | undefined {
  const { run } = wiring;
  const call = expression.kind === 'await' ? expression.value : expression;
  if (call.kind !== 'call') return undefined;
  const name = calleeOf(call)?.name;
  const entered = run.startupSteps.find(
    (step): step is EnterStep =>
      step.kind === 'enter' &&
      step.function.name === name &&
      samePlace(step.place, placeIn(place.module, call)),
  );
  if (!entered || name === undefined) return undefined;
  const { node } = entered.function;
  const returned = always ? undefined : noneReturn(node);
  const where = placeIn(node.module, returned ?? node.nameSpan);
  return `${name}() ${always ? 'returns' : 'may return'} ${none} (${at(where)})`;
}

function noneReturn(node: FunctionNode): { readonly start: number; readonly end: number } | undefined {
  let found: { readonly start: number; readonly end: number } | undefined;
  eachStatement(node.body().block, (s) => {
    if (s.kind === 'return' && (s.value === undefined || isNone(s.value))) found ??= s;
  });
  return found;
}

/** Where a name or attribute gets something after the call. */
function setLater(wiring: Wiring, reached: Reached, name: string): Place | undefined {
  for (const step of wiring.run.startupSteps) {
    if (
      step.id <= reached.step.id ||
      step.kind !== 'write' ||
      step.name !== name ||
      step.phase !== 'startup' ||
      !inWorkspace(step.place)
    )
      continue;
    if (step.value.atoms.some(({ kind }) => kind !== 'none' && kind !== 'undefined' && kind !== 'absent'))
      return step.place;
  }
  let found: Place | undefined;
  const { module, end } = reached.place;
  eachStatement(around(module, reached.place.start).block, (s) => {
    if (s.kind !== 'assign' || s.start < end || isNone(s.value)) return;
    if (s.targets.some((target) => target.kind === 'name' && target.name === name))
      found ??= placeIn(module, s);
  });
  return found;
}

/** The last assignment of a name before the call, in the same function. */
function assignedBefore(
  place: Place,
  name: string,
): { readonly start: number; readonly end: number; readonly value: Expression } | undefined {
  let found: { readonly start: number; readonly end: number; readonly value: Expression } | undefined;
  eachStatement(around(place.module, place.start).block, (s) => {
    if (s.kind !== 'assign' || s.end > place.start) return;
    if (
      s.targets.some(
        (target) => (target.kind === 'name' || target.kind === 'attribute') && target.name === name,
      )
    )
      found = { start: s.start, end: s.end, value: s.value };
  });
  return found;
}
