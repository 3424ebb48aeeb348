/**
 * Objects that requests make and would hand a dependency on to, if the one that makes them had it itself: the condition that asks for it
 * is false for certain. Must not word it.
 */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep, CreateStep } from '../engine/steps.ts';
import type { CallExpression, ModuleNode } from '../ir/nodes.ts';
import { forEachCall } from '../ir/walk.ts';
import { receiverName } from './facts.ts';
import { soleValue } from './sole-objects.ts';
import { inWorkspace, namesIn, placeIn, samePlace } from './source.ts';
import type { Contract, Wiring } from './types.ts';

export interface PassedOver {
  readonly created: CreateStep;
  readonly branch: BranchStep;
  /** The injecting call that never runs. */
  readonly call: Place;
  /** The name that it calls. */
  readonly name: string;
}

const INDEXED = new WeakMap<Run, ReadonlyMap<ModuleNode, readonly PassedOver[]>>();

/** What objects of a component pass over in requests because they lack their own dependency; each place once. */
export function passedOverBy(run: Run, { definition, point }: Contract): readonly PassedOver[] {
  const found: PassedOver[] = [];
  for (const each of indexOf(run).get('module' in definition ? definition.module : definition) ?? []) {
    const { branch } = each;
    const owner = branch.function?.owner?.value;
    if (!owner?.mro.some(({ node }) => node === definition) || !asksFor(branch, point.attribute)) continue;
    if (!found.some(({ call }) => samePlace(call, each.call))) found.push(each);
  }
  return found;
}

/** Objects of a component that are passed over so, and that nothing else gives what they lack. */
export function passedOverOf({ contract, run }: Wiring): readonly PassedOver[] {
  if (contract.kind !== 'class' || contract.point.kind !== 'setter') return [];
  return [...indexOf(run).values()]
    .flat()
    .filter(
      ({ created, name }) =>
        name === contract.point.name && isOf(created, contract) && lacks(run, created, contract),
    );
}

function isOf({ object }: CreateStep, { definition }: Contract): boolean {
  return object.kind === 'instance' && object.class.mro.some(({ node }) => node === definition);
}

function lacks(run: Run, { object }: CreateStep, { point }: Contract): boolean {
  const atoms = run.requests.heap.slot(object.id, point.attribute)?.value.atoms ?? [];
  return atoms.length > 0 && atoms.every(({ kind }) => kind === 'none' || kind === 'undefined');
}

/** Whether the condition asks for an attribute of the method's own receiver, and for nothing else. */
function asksFor({ place, function: fn }: BranchStep, attribute: string): boolean {
  const receiver = fn && receiverName(fn.node);
  const words = new Set(place.module.text.slice(place.start, place.end).match(/[\w$]+/g));
  return receiver !== undefined && words.has(receiver) && words.has(attribute);
}

function indexOf(run: Run): ReadonlyMap<ModuleNode, readonly PassedOver[]> {
  let index = INDEXED.get(run);
  if (!index) {
    index = build(run);
    INDEXED.set(run, index);
  }
  return index;
}

function build(run: Run): ReadonlyMap<ModuleNode, readonly PassedOver[]> {
  const index = new Map<ModuleNode, PassedOver[]>();
  const { steps } = run.trace;
  for (let id = run.startupSteps.length; id < steps.length; id++) {
    const step = steps[id];
    if (step?.kind !== 'branch' || step.phase !== 'request' || step.truth !== 'false') continue;
    if (!step.skipped || !step.function || !inWorkspace(step.place)) continue;
    const { module } = step.place;
    forEachCall(step.skipped, (call) => {
      const found = passedOver(run, step, call);
      if (!found) return;
      const known = index.get(module);
      if (known) known.push(found);
      else index.set(module, [found]);
    });
  }
  return index;
}

/** The object was made by the same call of the function, and the skipped call would give it what the condition asks for. */
function passedOver(run: Run, branch: BranchStep, call: CallExpression): PassedOver | undefined {
  const { callee, args } = call;
  const fn = branch.function?.node;
  const [given] = args;
  if (!fn || callee.kind !== 'attribute' || callee.object.kind !== 'name') return undefined;
  if (args.length !== 1 || given?.value.kind !== 'attribute' || !asksFor(branch, given.value.name))
    return undefined;
  if (!namesIn(given.value).has(receiverName(fn) ?? '')) return undefined;
  const value = soleValue(fn, callee.object.name);
  if (!value) return undefined;
  const made = placeIn(fn.module, value);
  for (let id = branch.id - 1; id > branch.parent; id--) {
    const step = run.trace.steps[id];
    if (step?.kind === 'create' && step.parent === branch.parent && samePlace(step.place, made))
      return { created: step, branch, call: placeIn(fn.module, call), name: callee.name };
  }
  return undefined;
}
