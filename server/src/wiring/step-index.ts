/** The steps of a run by place, so that asking for one line does not go through all of them. Must not know what is asked for. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { BranchStep, Step, WriteStep } from '../engine/steps.ts';
import type { FunctionNode, ModuleNode } from '../ir/nodes.ts';

interface StepIndex {
  readonly byStart: ReadonlyMap<ModuleNode, ReadonlyMap<number, readonly Step[]>>;
  readonly branches: ReadonlyMap<ModuleNode, readonly BranchStep[]>;
  readonly writes: ReadonlyMap<string, readonly WriteStep[]>;
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

/** What was stored under a name, in order. */
export function writesOf(run: Run, name: string): readonly WriteStep[] {
  return indexOf(run).writes.get(name) ?? [];
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
  const writes = new Map<string, WriteStep[]>();
  const entered = new Set<FunctionNode>();
  for (const step of run.startupSteps) {
    const { module, start } = step.place;
    const places = byStart.get(module) ?? new Map<number, Step[]>();
    if (places.size === 0) byStart.set(module, places);
    file(places, start, step);
    if (step.kind === 'enter' && step.phase === 'startup') entered.add(step.function.node);
    if (step.kind === 'write') file(writes, step.name, step);
    if (step.kind === 'branch') file(branches, module, step);
  }
  return { byStart, branches, writes, entered };
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
