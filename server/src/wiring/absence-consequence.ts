/** What comes of an attribute that is looked for in vain. Must not know whether something provides it. */
import { contains } from '../base/span.ts';
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { AbsentStep, BranchStep, RaiseStep, Step } from '../engine/steps.ts';
import type { CallExpression, Expression, Statement } from '../ir/nodes.ts';
import { eachCall, eachStatement } from '../ir/outline.ts';
import { forEachCall } from '../ir/walk.ts';
import { around, within } from './source.ts';

/** Code that fails; one whose failure is caught; a call that is left out. */
export type Consequence = 'fails' | 'swallowed' | 'skips';

/** Steps after a look in which its consequence is searched. */
const MAX_STEPS_AFTER = 200;

/** `undefined` where nothing is known to come of it. */
export function consequenceOf(run: Run, look: AbsentStep): Consequence | undefined {
  const after = run.trace.steps.slice(look.id + 1, look.id + 1 + MAX_STEPS_AFTER);
  if (!look.asked) return after[0]?.kind === 'raise' && !after[0].handler ? 'fails' : 'swallowed';
  const inCall = (step: Step): boolean => step.parent === look.parent;
  const failure = after.find((step): step is RaiseStep => step.kind === 'raise' && inCall(step));
  if (failure && within(failure.place, look.place) && saysMissing(failure))
    return failure.handler ? 'swallowed' : 'fails';
  if (isOptionalCall(look.place)) return 'skips';
  const variables = variablesOf(look);
  const branch = after.find(
    (step): step is BranchStep =>
      step.kind === 'branch' && inCall(step) && step.truth !== 'open' && asksFor(step, look, variables),
  );
  if (!branch) return undefined;
  if (branch.skipped?.some((statement) => hasCall(statement))) return 'skips';
  return failure && failure.id > branch.id && !branch.skipped ? 'fails' : undefined;
}

function saysMissing({ cause }: RaiseStep): boolean {
  return cause.kind === 'missing-attribute' || cause.kind === 'not-callable';
}

/** `holder.manager?.send()`, `holder.send?.()`: a call that is left out where the place gives nothing. */
function isOptionalCall(place: Place): boolean {
  let found = false;
  eachCall(around(place.module, place.start).block, (call) => {
    found ||= contains(call.callee, place) && isLeftOut(call, place);
  });
  return found;
}

function isLeftOut(call: CallExpression, place: Place): boolean {
  const isHere = (e: Expression): boolean => e.start === place.start && e.end === place.end;
  if (isHere(call.callee)) return call.optional;
  for (let e: Expression = call; ; ) {
    if (e.kind === 'call') e = e.callee;
    else if (e.kind === 'attribute' || e.kind === 'index') {
      if (isHere(e.object)) return e.optional;
      e = e.object;
    } else return false;
  }
}

/** Names that the statement around a look assigns. */
function variablesOf({ place }: AbsentStep): ReadonlySet<string> {
  const names = new Set<string>();
  eachStatement(around(place.module, place.start).block, (s) => {
    if (s.kind === 'assign' && contains(s.value, place))
      for (const target of s.targets) if (target.kind === 'name') names.add(target.name);
  });
  return names;
}

function asksFor(branch: BranchStep, look: AbsentStep, variables: ReadonlySet<string>): boolean {
  if (branch.place.module !== look.place.module) return false;
  if (contains(branch.place, look.place)) return true;
  const text = wordsIn(branch.place);
  return [...variables].some((name) => text.has(name));
}

function wordsIn(place: Place): ReadonlySet<string> {
  return new Set(place.module.text.slice(place.start, place.end).match(/[\w$]+/g));
}

function hasCall(statement: Statement): boolean {
  let found = false;
  forEachCall([statement], () => (found = true));
  return found;
}
