/** A condition that asks about the wiring, or a handler, lets startup go on without the injection and without failing. */
import { contains } from '../base/span.ts';
import type { GuardLink } from '../engine/guards.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { RaiseStep, Step } from '../engine/steps.ts';
import type { Handler, TryStatement } from '../ir/nodes.ts';
import { eachExpression } from '../ir/outline.ts';
import type { CallSite } from '../wiring/module-index.ts';
import {
  blockHolds,
  callAt,
  calleeOf,
  inWorkspace,
  namesIn,
  placeIn,
  samePlace,
  triesAround,
  around,
  within,
} from '../wiring/source.ts';
import type { Contract } from '../wiring/types.ts';
import { wordsOf } from '../wiring/vocabulary.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { conditionCorrections, handlerCorrections, healthCheckCorrections } from './fixes/fail-fast.ts';
import { branchSteps, conditionalInjection } from './conditionally-injected.ts';
import { sitesOf } from './sites.ts';

export const SILENT_SKIP: WiringCheck = {
  id: 'silent-skip',
  summary: 'a condition or a handler lets startup go on without the injection and without failing',
  severity: 'error',
  url: pageOf('silent-skip'),
  finders: [
    { rank: 4, find: findHandler },
    { rank: 9, find: findCondition },
  ],
  corrections,
};

function* corrections(context: CorrectionContext, { wiring, held, match }: Subject): Iterable<Correction> {
  const { run, contract } = wiring;
  const { place } = match;
  const handler = triesAt(place).find((each) => each.start === place.start);
  if (handler) {
    yield* handlerCorrections(context, { run, contract }, place.module, handler);
    return;
  }
  const guards = held ? (conditionalInjection(wiring, held)?.guards ?? []) : [];
  for (const guard of guards)
    if (samePlace(guard.place, place)) yield* conditionCorrections(context, { run, contract }, guard);
  if (held) yield* healthCheckCorrections(context, { run, contract }, held);
}

/** Handlers of the statements around a place. */
function triesAt({ module, start }: Place): readonly Handler[] {
  return triesAround(module, start).flatMap(({ handlers }) => handlers);
}

// --------------------------------------------------------------- conditions

function findCondition({ wiring, held }: Problem): Match | undefined {
  const { contract } = wiring;
  if (held.verdict !== 'conditional') return undefined;
  const injection = conditionalInjection(wiring, held);
  const guard = injection?.guards.find((candidate) =>
    asksAboutWiring(contract, injection.reached.place, candidate),
  );
  if (!injection || !guard) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: guard.place,
    message: words.silentCondition(contract, guard.place, guard.taken),
    advice: words.callBeforeServing(contract),
    keys: [...created, ...branchSteps(wiring.run, [guard])],
    last: 'skip',
    lastMessage: `without it startup goes on, and ${contract.name} has no ${words.needOf(contract)}`,
  };
}

/** Whether a condition is about the component, the dependency or the setter: it names what the injection names. */
function asksAboutWiring(contract: Contract, injection: Place, guard: GuardLink): boolean {
  if (guard.form === 'loop') return false;
  const asked = namesAt(guard.place);
  const { point } = contract;
  if (
    asked.has(point.attribute) ||
    guard.place.module.text.slice(guard.place.start, guard.place.end).includes(point.name)
  )
    return true;
  const told = [...namesAt(injection)].filter(
    (name) =>
      name !== injection.module.dialect.words.receiver &&
      !wordsOf(name).every((word) => word === 'app' || word === 'state'),
  );
  return told.some((name) => asked.has(name) && name !== point.name);
}

function namesAt(place: Place): ReadonlySet<string> {
  const names = new Set<string>();
  eachExpression(around(place.module, place.start).block, (e) => {
    if (contains(place, e)) for (const name of namesIn(e)) names.add(name);
  });
  const call = callAt(place);
  if (!call) return names;
  const callee = calleeOf(call)?.name;
  if (callee !== undefined && call.callee.kind === 'name') names.delete(callee);
  return names;
}

// ----------------------------------------------------------------- handlers

function findHandler(problem: Problem): Match | undefined {
  const { wiring, held, evaluation } = problem;
  if (held.verdict !== 'never' && held.verdict !== 'conditional' && held.verdict !== 'request-only')
    return undefined;
  const sites = sitesOf(evaluation, wiring.contract, wiring.contract.point);
  for (const step of wiring.run.startupSteps) {
    if (step.kind !== 'raise' || step.phase !== 'startup' || !step.handler || !inWorkspace(step.handler))
      continue;
    for (const site of sites) {
      const failure =
        site.place.module === step.handler.module
          ? failureBefore(wiring.run, step, step.handler, site)
          : undefined;
      if (failure) return matchOf(problem, step, failure);
    }
  }
  return undefined;
}

interface Failure {
  readonly handler: Handler;
  readonly module: Place['module'];
  /** The call in the `try` that fails, or the statement that raises. */
  readonly place: Place;
}

function matchOf({ wiring, held }: Problem, step: RaiseStep, failure: Failure): Match {
  const { contract } = wiring;
  const { handler, module, place } = failure;
  const marked = placeIn(module, {
    start: handler.start,
    end: handler.type?.end ?? handler.start + keyword(module, handler),
  });
  const call = callAt(place);
  const name = call ? calleeOf(call)?.name : undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  return {
    place: marked,
    message: words.silentHandler(
      contract,
      name === undefined ? words.condition(place) : `${name}()`,
      place,
      held.verdict !== 'conditional',
    ),
    advice: words.callBeforeServing(contract),
    keys: [...created, step.id],
    last: 'skip',
    lastMessage: `startup goes on, and ${contract.name} has no ${words.needOf(contract)}`,
  };
}

/** Length of the word that begins a handler without a type. */
function keyword(module: Place['module'], handler: Handler): number {
  return /^\w+/.exec(module.text.slice(handler.start, handler.end))?.[0].length ?? 1;
}

/** Whether the exception keeps the call from running: both stand in the body of the handler's `try`, the call not before it. */
function failureBefore(run: Run, step: RaiseStep, handler: Place, site: CallSite): Failure | undefined {
  const statement = tryOf(handler, site);
  if (!statement) return undefined;
  const place = placeInBody(run, step, statement, handler);
  if (!place || place.start > site.place.end) return undefined;
  const caught = statement.handlers.find((candidate) => candidate.start === handler.start);
  return caught ? { handler: caught, module: handler.module, place } : undefined;
}

function tryOf(handler: Place, site: CallSite): TryStatement | undefined {
  return triesAround(site.place.module, site.place.start).find(
    (statement) =>
      blockHolds(statement.body, site.place) &&
      statement.handlers.some(
        (candidate) => candidate.start === handler.start && candidate.end === handler.end,
      ),
  );
}

/** Where the exception comes from, as a place in the `try`: itself, or the call on the way to it. */
function placeInBody(run: Run, step: RaiseStep, statement: TryStatement, handler: Place): Place | undefined {
  for (let at: Step | undefined = step; at; at = run.trace.steps[at.parent]) {
    const inBody =
      at.place.module === handler.module &&
      statement.body.some((part) => within(placeIn(handler.module, part), at?.place ?? handler));
    if (inBody) return at.place;
  }
  return undefined;
}
