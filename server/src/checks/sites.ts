/** The calls and assignments that inject, as a run came by them or as they stand in the code. Shared by the checks. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Write } from '../engine/state.ts';
import type { CoroutineStep, EnterStep, Step } from '../engine/steps.ts';
import type { Expression, FunctionNode } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import type { CallSite } from '../wiring/module-index.ts';
import type { Evaluation } from '../wiring/evaluate.ts';
import { around, callAt, calleeOf, inWorkspace, placeIn } from '../wiring/source.ts';
import { stepsAt } from '../wiring/step-index.ts';
import type { Contract, InjectionPoint } from '../wiring/types.ts';

/** Where startup comes to an injection point: the call or the assignment in the application's code. */
export interface Reached {
  readonly step: Step;
  /** The whole call or target. */
  readonly place: Place;
  /** The name that is called or assigned. */
  readonly name: Place;
}

/** The call of the injection point that made a write, else the write itself. */
export function reachedBy(run: Run, point: InjectionPoint, write: Write): Reached | undefined {
  const step = run.trace.steps[write.step];
  if (!step) return undefined;
  const enter = point.function ? enterOf(run, step, point.function) : undefined;
  if (enter) return { step: enter, place: enter.place, name: nameOf(enter.place) };
  const name = inWorkspace(step.place) ? lastNameOf(step.place, point.attribute) : step.place;
  return { step, place: step.place, name };
}

function enterOf(run: Run, step: Step, node: FunctionNode): EnterStep | undefined {
  for (let at: Step | undefined = step; at; at = run.trace.steps[at.parent]) {
    if (at.kind === 'enter' && at.function.node === node) return at;
  }
  return undefined;
}

function nameOf(place: Place): Place {
  const call = callAt(place);
  const callee = call ? calleeOf(call) : undefined;
  if (callee) return placeIn(place.module, callee.span);
  return place;
}

/** The attribute's name at the end of an assigned target. */
function lastNameOf(place: Place, attribute: string): Place {
  const text = place.module.text.slice(place.start, place.end);
  return text.endsWith(attribute) ? { ...place, start: place.end - attribute.length } : place;
}

export function coroutinesOf(run: Run): readonly CoroutineStep[] {
  return run.startupSteps.filter((step): step is CoroutineStep => step.kind === 'coroutine');
}

/** Where the code injects, whether or not a run comes by. */
export function sitesOf(
  evaluation: Evaluation,
  contract: Contract,
  point: InjectionPoint,
): readonly CallSite[] {
  const { code } = evaluation;
  if (point.kind === 'constructor') return [];
  const sites = point.kind === 'attribute' ? code.assignmentsTo(point.name) : code.callsOf(point.name);
  return sites.filter((site) => site.function !== point.function);
}

/** Whether a run came by a call or assignment. */
export function wasReached(run: Run, site: CallSite): boolean {
  return stepsAt(run, site.place).some(
    ({ kind }) => kind === 'enter' || kind === 'coroutine' || kind === 'write' || kind === 'raise',
  );
}

/** The argument for a parameter in a call of its function. */
export function argumentAt(place: Place, point: InjectionPoint): Expression | undefined {
  const call = callAt(place);
  if (!call) return assignedAt(place);
  const named = call.args.find((argument) => argument.name === point.parameter);
  if (named) return named.value;
  const parameters = point.function?.parameters ?? [];
  const receiver =
    point.kind !== 'module-setter' &&
    point.function?.form === 'method' &&
    point.function.module.dialect.receiver === 'first-parameter'
      ? 1
      : 0;
  const index = parameters.findIndex((parameter) => parameter.name === point.parameter) - receiver;
  const argument = call.args[index];
  return argument && argument.name === undefined && argument.spread === 'none' ? argument.value : undefined;
}

/** The value that is assigned to the target at a place. */
function assignedAt(place: Place): Expression | undefined {
  let found: Expression | undefined;
  eachStatement(around(place.module, place.start).block, (s) => {
    if (
      s.kind === 'assign' &&
      s.targets.some((target) => target.start === place.start && target.end === place.end)
    )
      found ??= s.value;
  });
  return found;
}
