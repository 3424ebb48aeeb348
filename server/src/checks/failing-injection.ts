/** The injecting call always raises, and a handler swallows the failure. */
import type { Place } from '../engine/objects.ts';
import type { RaiseCause, RaiseStep } from '../engine/steps.ts';
import { contains } from '../base/span.ts';
import type { CallExpression } from '../ir/nodes.ts';
import { eachCall } from '../ir/outline.ts';
import { cutOff, failingInjection, notCalledYet } from '../wiring/consequence-words.ts';
import { around, at, callAt, calleeOf, inWorkspace, placeIn, textOf } from '../wiring/source.ts';
import { misfit } from '../wiring/misfit.ts';
import { type UncalledInjection, uncalledInjection } from '../wiring/uncalled-injections.ts';
import type { Contract, FindingStep } from '../wiring/types.ts';
import type { Run } from '../engine/run.ts';
import { argumentAt } from './sites.ts';
import { wordsOf } from '../wiring/vocabulary.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { nameCorrections } from './fixes/failing-call.ts';
import { replacementCorrections } from './fixes/replace-argument.ts';

export const FAILING_INJECTION: WiringCheck = {
  id: 'failing-injection',
  summary: 'the injecting call always raises, and the failure is swallowed',
  severity: 'error',
  url: pageOf('failing-injection'),
  finders: [
    { rank: 1, find },
    { rank: 14, find: () => undefined, findUnheld: findUncalled },
  ],
  corrections,
};

function find(problem: Problem): Match | undefined {
  const { wiring, held } = problem;
  if (held.verdict !== 'never' && held.verdict !== 'request-only') return undefined;
  for (const step of wiring.run.startupSteps) {
    if (step.kind !== 'raise' || step.phase !== 'startup' || !step.handler || !inWorkspace(step.place))
      continue;
    const failure = failureOf(problem, step);
    if (failure) return matchOf(problem, step, failure);
  }
  return undefined;
}

function* corrections(context: CorrectionContext, { wiring, match }: Subject): Iterable<Correction> {
  const { run, contract } = wiring;
  const step = match.keys.map((id) => run.trace.steps[id]).find((each) => each?.kind === 'raise');
  const call = enclosingCall(match.place, textOf(match.place));
  if (step?.kind !== 'raise' || !call) return;
  yield* nameCorrections(context, { run, contract, step, name: match.place, call });
  const argument = argumentAt(placeIn(match.place.module, call), contract.point);
  if (step.cause.kind !== 'missing-name' || !argument) return;
  const place = placeIn(match.place.module, call);
  yield* replacementCorrections(context, { run, contract, place, argument, excluded: [] });
}

interface Failure {
  readonly name: Place;
  /** What is called, as it is written in the message. */
  readonly point: string;
  readonly reason: string;
}

function matchOf({ wiring, held }: Problem, step: RaiseStep, failure: Failure): Match {
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: failure.name,
    message: failingInjection(failure.point, failure.reason),
    advice: words.callBeforeServing(wiring.contract),
    keys: [...created, step.id],
    last: 'raise',
    lastMessage: 'the failure is swallowed, and startup goes on',
  };
}

function failureOf(problem: Problem, step: RaiseStep): Failure | undefined {
  const { contract } = problem.wiring;
  const { cause } = step;
  if (cause.kind === 'argument-mismatch') return mismatch(problem, step, cause);
  const call = enclosingCall(step.place, contract.point.name);
  if (call && (cause.kind === 'missing-name' || cause.kind === 'missing-attribute')) {
    const point = words.qualifiedPoint(contract);
    return { name: nameIn(step.place, call), point, reason: reasonOf(step) };
  }
  if (cause.kind !== 'missing-attribute') return undefined;
  return insideSetter(problem, step) ?? missingSetter(problem, step, cause);
}

/** The setter itself reads or stores something on what is not there. */
function insideSetter({ wiring }: Problem, step: RaiseStep): Failure | undefined {
  const { contract, run } = wiring;
  const entered = run.trace.steps[step.parent];
  if (entered?.kind !== 'enter' || entered.function.node !== contract.point.function) return undefined;
  const call = callAt(entered.place);
  const what = ownerAt(step);
  if (!call || what === undefined || !inWorkspace(entered.place)) return undefined;
  return {
    name: nameIn(entered.place, call),
    point: words.qualifiedPoint(contract),
    reason: `${what} (${at(step.place)})`,
  };
}

function mismatch(
  problem: Problem,
  step: RaiseStep,
  cause: Extract<RaiseCause, { kind: 'argument-mismatch' }>,
): Failure | undefined {
  const { contract } = problem.wiring;
  if (
    cause.callee.kind !== 'function' ||
    cause.callee.node !== contract.point.function ||
    contract.point.kind === 'constructor'
  )
    return undefined;
  const call = callAt(step.place);
  if (!call) return undefined;
  return {
    name: nameIn(step.place, call),
    point: words.qualifiedPoint(contract),
    reason: misfit(cause, call),
  };
}

function reasonOf({ cause, ...step }: RaiseStep): string {
  if (cause.kind === 'missing-name') return words.unnamed(cause);
  if (cause.kind !== 'missing-attribute') return '';
  return ownerAt({ cause, ...step }) ?? `${cause.owner} has no ${words.quoted(cause.attribute)}`;
}

/** "`app.sockets` is undefined": what an attribute was looked for on, where that is nothing at all. */
function ownerAt({ cause, place }: RaiseStep): string | undefined {
  if (cause.kind !== 'missing-attribute') return undefined;
  const { none } = place.module.dialect.words;
  if (cause.owner !== none && cause.owner !== 'undefined') return undefined;
  const text = textOf(place);
  const end = `.${cause.attribute}`;
  return text.endsWith(end) ? `${words.quoted(text.slice(0, -end.length))} is ${cause.owner}` : undefined;
}

// ------------------------------------------------------------------ methods that nothing calls

/** Whoever calls such a method loses the dependency: that is certain, although nothing was seen to call it. */
function findUncalled({ wiring, evaluation }: Omit<Problem, 'held'>): Match | undefined {
  const { run, contract } = wiring;
  const found = uncalledInjection(evaluation, contract, run);
  if (!found) return undefined;
  const { site, call, step, method } = found;
  const reason = step.cause.kind === 'argument-mismatch' ? misfit(step.cause, call) : reasonOf(step);
  const point = contract.point.kind === 'constructor' ? `${contract.name}()` : words.qualifiedPoint(contract);
  const message =
    call === site.call
      ? failingInjection(point, reason)
      : cutOff(point, placeIn(site.place.module, call), calleeOf(call)?.name ?? '', reason);
  return {
    place: site.name,
    message,
    advice: notCalledYet(contract, method.name),
    keys: [],
    last: 'raise',
    lastMessage: '',
    isLatent: true,
    steps: stepsOf(run, contract, found),
  };
}

function stepsOf(run: Run, contract: Contract, found: UncalledInjection): readonly FindingStep[] {
  const { method, owner, call, step, reachedBy, site } = found;
  const last = {
    place: placeIn(step.handler.module, step.handler),
    kind: 'skip' as const,
    message: `the failure is swallowed, and ${contract.name} has no ${words.needOf(contract)}`,
  };
  const way: FindingStep =
    typeof reachedBy === 'number'
      ? {
          place: run.trace.steps[reachedBy]?.place ?? site.place,
          kind: 'create',
          message: words.created(owner.name),
        }
      : {
          place: placeIn(reachedBy.module, reachedBy.nameSpan),
          kind: 'enter',
          message: `${reachedBy.name}() names the class ${owner.name}`,
        };
  return [
    way,
    {
      place: placeIn(method.node.module, method.node.nameSpan),
      kind: 'enter',
      message: `whoever calls ${method.name}() comes here`,
    },
    {
      place: placeIn(site.place.module, call),
      kind: 'raise',
      message: words.raised(step.cause, run.machine.dialect),
    },
    last,
  ];
}

/** A method that the component lacks, called as if it were the injection point: its name speaks of the attribute. */
function missingSetter(
  problem: Problem,
  step: RaiseStep,
  cause: Extract<RaiseCause, { kind: 'missing-attribute' }>,
): Failure | undefined {
  const { contract } = problem.wiring;
  const { object } = problem.held;
  const owner = object.kind === 'instance' ? object.class.name : object.name;
  if (cause.owner !== owner && cause.owner !== contract.name) return undefined;
  const spoken = wordsOf(cause.attribute);
  if (!wordsOf(contract.point.attribute).every((word) => spoken.includes(word))) return undefined;
  const call = enclosingCall(step.place, cause.attribute);
  return call
    ? {
        name: nameIn(step.place, call),
        point: `${contract.name}.${cause.attribute}()`,
        reason: reasonOf(step),
      }
    : undefined;
}

/** The innermost call of a name around a place. */
function enclosingCall(place: Place, name: string): CallExpression | undefined {
  let found: CallExpression | undefined;
  eachCall(around(place.module, place.start).block, (call) => {
    if (contains(call, place) && calleeOf(call)?.name === name) found = call;
  });
  return found;
}

function nameIn(place: Place, call: CallExpression): Place {
  return placeIn(place.module, calleeOf(call)?.span ?? call);
}
