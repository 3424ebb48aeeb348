/**
 * Injecting calls in methods that no run comes to, and that fail whoever calls the method: the call itself, or one that always comes
 * before it, raises for certain, and a handler swallows it. The method is run by itself, on a copy of the heap, with unknown arguments.
 * Must not word it.
 */
import { contains } from '../base/span.ts';
import type { ClassObject, FunctionObject, ModuleObject, Place } from '../engine/objects.ts';
import { type Probe, createProbe } from '../engine/probe.ts';
import type { Run } from '../engine/run.ts';
import type { RaiseCause, RaiseStep, Step } from '../engine/steps.ts';
import { unknown } from '../engine/values.ts';
import type { CallExpression, FunctionNode } from '../ir/nodes.ts';
import { initialValue, methodsOf } from './classes.ts';
import type { CallSite } from './module-index.ts';
import type { Evaluation } from './evaluate.ts';
import { factsOf } from './facts.ts';
import { isPrivate } from './infer-setters.ts';
import { isWhole, type Scope, soleClass, soleObject } from './sole-objects.ts';
import { placeIn, samePlace } from './source.ts';
import { callsBefore, swallowing } from './swallowed-calls.ts';
import type { Contract } from './types.ts';

export interface UncalledInjection {
  readonly site: CallSite;
  /** The method around, and the class that defines it. */
  readonly method: FunctionObject;
  readonly owner: ClassObject;
  /** The call that fails: the injecting one, or one before it. */
  readonly call: CallExpression;
  readonly step: RaiseStep & { readonly handler: Place };
  /** Where an object of the owner was made, by its step in the run; else code that may run and names the class. */
  readonly reachedBy: number | FunctionNode;
}

/** Operations that running one method may take. */
const WORK = 2_000;

/** Methods that are run for one run of the application. */
const MAX_PROBES = 8;

/** What is known of the methods of one run. */
interface Methods {
  readonly entered: ReadonlySet<FunctionNode>;
  readonly probe: Probe;
  readonly probed: Map<FunctionNode, Probed>;
}

interface Probed {
  readonly steps: readonly Step[];
  readonly scope: Scope;
}

const METHODS = new WeakMap<Run, Methods>();

/** The first of the calls that hand over what a contract asks for, and that cannot succeed. */
export function uncalledInjection(
  evaluation: Evaluation,
  contract: Contract,
  run: Run,
): UncalledInjection | undefined {
  for (const site of sitesOf(evaluation, contract)) {
    const found = failureAt(evaluation, contract, run, site);
    if (found) return found;
  }
  return undefined;
}

function sitesOf({ code }: Evaluation, { kind, name, point }: Contract): readonly CallSite[] {
  if (kind !== 'class' || point.onClass || !point.spoken) return [];
  if (point.kind === 'setter') return code.callsOf(point.name);
  return point.kind === 'constructor' ? code.callsOf(name).filter(({ call }) => gives(call, point.name)) : [];
}

function gives(call: CallExpression | undefined, parameter: string): boolean {
  return call?.args.some(({ name }) => name === parameter) ?? false;
}

function failureAt(
  evaluation: Evaluation,
  contract: Contract,
  run: Run,
  site: CallSite,
): UncalledInjection | undefined {
  const node = site.function;
  if (!site.call || node?.form !== 'method' || node === contract.point.function) return undefined;
  if (isPrivate(node.name) || isApart(node.module.path)) return undefined;
  const around = swallowing(site);
  const before = around ? callsBefore(around, site) : [];
  if (!around || before.length === 0) return undefined;
  if (evaluation.runs.some((each) => methodsIn(each).entered.has(node))) return undefined;
  const defined = definedMethod(run, node);
  const reachedBy = defined && wayTo(evaluation, run, defined.owner);
  if (!defined || reachedBy === undefined) return undefined;
  const probed = probedMethod(run, defined.method);
  if (!probed || !isMeant(probed.scope, contract, site)) return undefined;
  for (const call of before) {
    const step = certainFailure(probed, evaluation, call);
    if (step?.handler && around.handlers.some((handler) => contains(handler, step.handler ?? handler)))
      return { ...defined, site, call, step: { ...step, handler: step.handler }, reachedBy };
  }
  return undefined;
}

/** Whether the object is certainly one of the component's: made in this very method, of this class. */
function isMeant(scope: Scope, { definition, point }: Contract, { call, receiver }: CallSite): boolean {
  const type =
    point.kind === 'constructor'
      ? call?.callee.kind === 'name' && soleObject(scope, call.callee.name)
      : receiver?.kind === 'name' && soleClass(scope, receiver.name);
  return type && type.kind === 'class' ? type.mro.some(({ node }) => node === definition) : false;
}

// ------------------------------------------------------------------ failures

/** The step in which a call raises, where that depends on nothing but the call and what it names. */
function certainFailure(
  { scope, steps }: Probed,
  evaluation: Evaluation,
  call: CallExpression,
): RaiseStep | undefined {
  if (call.args.some(({ spread }) => spread !== 'none')) return undefined;
  const places = [call, call.callee].map((span) => placeIn(scope.function.module, span));
  const raised = steps.filter(
    (step): step is RaiseStep =>
      step.kind === 'raise' && places.some((place) => samePlace(place, step.place)),
  );
  const [first] = raised;
  const causes = raised.map(({ cause }) => certainCause(scope, evaluation, call, cause));
  return first && causes[0] && !causes.includes(undefined) ? { ...first, cause: causes[0] } : undefined;
}

function certainCause(
  scope: Scope,
  evaluation: Evaluation,
  { callee }: CallExpression,
  cause: RaiseCause,
): RaiseCause | undefined {
  if (callee.kind === 'name') {
    const target = soleObject(scope, callee.name);
    return cause.kind === 'argument-mismatch' && target && isMadeBy(target, cause.callee) ? cause : undefined;
  }
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return undefined;
  const { object, name } = callee;
  const type = soleClass(scope, object.name) ?? wholeClass(soleObject(scope, object.name));
  if (!type) return undefined;
  if (cause.kind === 'argument-mismatch') return isMethodOf(type, cause.callee) ? cause : undefined;
  // Where what is missing reads as undefined, calling it is what fails.
  const isMissing = cause.kind === 'not-callable' || cause.kind === 'missing-attribute';
  return isMissing && isNowhere(scope.run, evaluation, type, name)
    ? { kind: 'missing-attribute', owner: type.name, attribute: name }
    : undefined;
}

function isMethodOf(type: ClassObject, callee: ClassObject | FunctionObject): boolean {
  return callee.kind === 'function' && type.mro.some((base) => base === callee.owner?.value);
}

function wholeClass(object: ClassObject | FunctionObject | undefined): ClassObject | undefined {
  return object?.kind === 'class' && isWhole(object) ? object : undefined;
}

/** Whether calling an object calls what did not fit. */
function isMadeBy(target: ClassObject | FunctionObject, callee: ClassObject | FunctionObject): boolean {
  if (target.kind === 'function' || target === callee) return target === callee;
  return isWhole(target) && isMethodOf(target, callee);
}

/** Whether nothing gives objects of a class an attribute of that name. */
function isNowhere(run: Run, { code }: Evaluation, type: ClassObject, name: string): boolean {
  return (
    initialValue(run, type, name) === 'absent' &&
    code.assignmentsTo(name).length === 0 &&
    !isStored(run, type, name)
  );
}

function isStored(run: Run, type: ClassObject, name: string): boolean {
  return type.mro.some((base) =>
    methodsOf(run, base).some((method) =>
      factsOf(method.function.node).stores.some(
        ({ attribute, owner }) => owner !== 'name' && attribute === name,
      ),
    ),
  );
}

/** Words of files and folders that do not belong to what serves. */
const APART = new Set([
  'test',
  'tests',
  'testing',
  'spec',
  'specs',
  'conftest',
  'mock',
  'mocks',
  'script',
  'scripts',
  'example',
  'examples',
  'e2e',
]);

function isApart(path: string): boolean {
  return path.split(/[/._-]+/).some((part) => APART.has(part.toLowerCase()));
}

// ------------------------------------------------------------------- the runs

function methodsIn(run: Run): Methods {
  let known = METHODS.get(run);
  if (!known) {
    const entered = new Set<FunctionNode>();
    for (const step of run.trace.steps)
      if (step.kind === 'enter' || step.kind === 'coroutine') entered.add(step.function.node);
    known = { entered, probe: createProbe(run, WORK), probed: new Map() };
    METHODS.set(run, known);
  }
  return known;
}

function probedMethod(run: Run, method: FunctionObject): Probed | undefined {
  const { probe, probed } = methodsIn(run);
  const known = probed.get(method.node);
  if (known || probed.size >= MAX_PROBES) return known;
  const steps = probe.call(method, unknown('an object of its class', { truthy: true }));
  const scope = { run, ...probe.left(), function: method.node, module: method.module };
  probed.set(method.node, { steps, scope });
  return { steps, scope };
}

function definedMethod(
  run: Run,
  node: FunctionNode,
): { readonly method: FunctionObject; readonly owner: ClassObject } | undefined {
  for (const module of run.machine.loaded.values()) {
    if (module.node !== node.module) continue;
    for (const owner of classesIn(run, module)) {
      const method = methodsOf(run, owner).find(
        (each) => each.function.node === node && each.kind === 'method',
      );
      if (method) return { method: method.function, owner };
    }
  }
  return undefined;
}

function classesIn(run: Run, module: ModuleObject): readonly ClassObject[] {
  return [...run.heap.slots(module.id).values()].flatMap(({ value }) =>
    value.atoms.flatMap((atom) => (atom.kind === 'class' && atom.module === module ? [atom] : [])),
  );
}

/** How what serves gets at objects of a class: one that startup left, or code that may run and names the class. */
function wayTo(
  evaluation: Evaluation,
  run: Run,
  type: ClassObject,
): UncalledInjection['reachedBy'] | undefined {
  if (!type.node) return undefined;
  const made = evaluation.created(run).get(type.node) ?? [];
  const alive = made.find(({ id }) => evaluation.reachable(run).has(id));
  if (alive) return alive.step;
  const { heap } = run.requests;
  const { loaded } = run.machine;
  const named = evaluation.code.functionsNaming(type.name).find(({ node, class: owner }) => {
    if (owner === type.node || isApart(node.module.path) || !factsOf(node).mentions.has(type.name))
      return false;
    const module = [...loaded.values()].find((each) => each.node === node.module);
    const scope = module && { run, heap, loaded, function: node, module };
    return scope && soleObject(scope, type.name) === type && evaluation.live().has(node);
  });
  return named?.node;
}
