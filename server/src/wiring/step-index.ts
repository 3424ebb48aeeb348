/** The steps of a run by place, so that asking for one line does not go through all of them. Must not know what is asked for. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep, Step } from '../engine/steps.ts';
import type { FunctionNode, ModuleNode } from '../ir/nodes.ts';

interface StepIndex {
  readonly byStart: ReadonlyMap<ModuleNode, ReadonlyMap<number, readonly Step[]>>;
  readonly branches: ReadonlyMap<ModuleNode, readonly BranchStep[]>;
  /** Functions that startup entered. */
  readonly entered: ReadonlySet<FunctionNode>;
}

const INDEXES = new WeakMap<Run, StepIndex>();

/** Steps that stand exactly at a place. */
export function stepsAt(run: Run, place: Place): readonly Step[] {
  const steps = indexOf(run).byStart.get(place.module)?.get(place.start) ?? [];
  return steps.filter((step) => step.place.end === place.end);
}

/** Conditions that were looked at in a module, in order. */
export function branchesIn(run: Run, module: ModuleNode): readonly BranchStep[] {
  return indexOf(run).branches.get(module) ?? [];
}

export function wasEntered(run: Run, node: FunctionNode): boolean {
  return indexOf(run).entered.has(node);
}

function indexOf(run: Run): StepIndex {
  let index = INDEXES.get(run);
  if (!index) {
    index = build(run);
    INDEXES.set(run, index);
  }
  return index;
}

function build(run: Run): StepIndex {
  const byStart = new Map<ModuleNode, Map<number, Step[]>>();
  const branches = new Map<ModuleNode, BranchStep[]>();
  const entered = new Set<FunctionNode>();
  for (const step of run.startupSteps) {
    const { module, start } = step.place;
    const places = byStart.get(module) ?? new Map<number, Step[]>();
    if (places.size === 0) byStart.set(module, places);
    const here = places.get(start);
    if (here) here.push(step);
    else places.set(start, [step]);
    if (step.kind === 'enter' && step.phase === 'startup') entered.add(step.function.node);
    if (step.kind !== 'branch') continue;
    const known = branches.get(module);
    if (known) known.push(step);
    else branches.set(module, [step]);
  }
  return { byStart, branches, entered };
}
