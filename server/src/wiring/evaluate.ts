/** What became of a contract in one run: the value that each live object holds at the serving point. Must not word it. */
import { lastName } from './source.ts';
import { related } from './infer-attributes.ts';
import type { ClassObject, InstanceObject, ModuleObject } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Slot, Write } from '../engine/state.ts';
import type { Value } from '../engine/values.ts';
import { NOTHING, join, joinAll } from '../engine/values.ts';
import type { FunctionNode } from '../ir/nodes.ts';
import { isGivenWhereMade, isOneOfSeveral } from './alternatives.ts';
import type { CodeIndex } from './code-index.ts';
import { kindMismatch } from './dependency.ts';
import { givenTo } from './forwarding.ts';
import type { FunctionSet, ObjectSet } from './live.ts';
import { liveFunctions, reachableObjects, requestFunctions } from './live.ts';
import { wasEntered } from './step-index.ts';
import { isHandedUnseen } from './unseen-objects.ts';
import type { Contract, Held, InjectionPoint, Verdict, Wiring } from './types.ts';
import { worstVerdict } from './types.ts';

/** What evaluation looks things up in; the answers are kept. */
export interface Evaluation {
  readonly runs: readonly Run[];
  readonly code: CodeIndex;
  reachable(run: Run): ObjectSet;
  live(): FunctionSet;
  /** Instances that a run created before serving, by the definition of every class that they are of. */
  created(run: Run): ReadonlyMap<object, readonly InstanceObject[]>;
  /** Functions that requests may run. */
  requested(): FunctionSet;
}

export function createEvaluation(runs: readonly Run[], code: CodeIndex): Evaluation {
  const reachable = new Map<Run, ObjectSet>();
  const created = new Map<Run, ReadonlyMap<object, readonly InstanceObject[]>>();
  let live: FunctionSet | undefined;
  let requested: FunctionSet | undefined;
  return {
    runs,
    code,
    reachable: (run) => {
      const known = reachable.get(run) ?? reachableObjects(run);
      reachable.set(run, known);
      return known;
    },
    created: (run) => {
      const known = created.get(run) ?? createdIn(run);
      created.set(run, known);
      return known;
    },
    live: () => (live ??= liveFunctions(runs, code)),
    requested: () => (requested ??= requestFunctions(runs, code)),
  };
}

function createdIn(run: Run): ReadonlyMap<object, readonly InstanceObject[]> {
  const created = new Map<object, InstanceObject[]>();
  for (const step of run.startupSteps) {
    if (step.kind !== 'create' || step.phase !== 'startup' || step.object.kind !== 'instance') continue;
    for (const { node } of step.object.class.mro) {
      const known = node && created.get(node);
      if (node && !known) created.set(node, [step.object]);
      else if (known && known.at(-1) !== step.object) known.push(step.object);
    }
  }
  return created;
}

export function evaluateContract(evaluation: Evaluation, contract: Contract, run: Run): Wiring {
  if (contract.point.forwards) return { contract, run, held: [], verdict: forwardedVerdict(contract, run) };
  const objects = objectsOf(evaluation, contract, run);
  if (objects.length === 0)
    return { contract, run, held: [], verdict: withoutObjects(evaluation, contract, run) };

  const seen = objects.map((object) => hold(evaluation, contract, run, object));
  const held = seen.map((entry) =>
    entry.verdict === 'conditional' &&
    (isOneOfSeveral(run, entry, seen) || isGivenWhereMade(run, contract, entry))
      ? { ...entry, verdict: 'wired' as const }
      : entry,
  );
  const verdict = worstVerdict(held.map((entry) => entry.verdict));
  if ((verdict !== 'wired' || contract.isLegacy) && !isUsed(evaluation, contract))
    return { contract, run, held, verdict: 'unused' };
  return { contract, run, held, verdict };
}

/** A setter that passes on what it gets is there to be called with something; what nothing calls is in nobody's way. */
function forwardedVerdict(contract: Contract, run: Run): Verdict {
  const given = givenTo(run, contract.point);
  return given.length === 0 ? 'unused' : verdictOf(joinAll(given));
}

function isUsed(evaluation: Evaluation, contract: Contract): boolean {
  if (contract.declared && contract.users.length === 0) return true;
  return contract.users.some((user) => evaluation.live().has(user));
}

/** A class that something unseen got hold of may have been created there. */
function withoutObjects({ code }: Evaluation, contract: Contract, run: Run): Verdict {
  if (isHandedUnseen(run, code, contract)) return 'wired';
  if (run.trace.escapes.size === 0) return 'unused';
  const type = escapedClass(contract, run);
  return type && run.trace.escapes.has(type.id) ? 'unresolved' : 'unused';
}

function escapedClass(contract: Contract, run: Run): ClassObject | undefined {
  for (const module of run.machine.loaded.values()) {
    const atom = run.heap
      .slot(module.id, contract.name)
      ?.value.atoms.find((a) => a.kind === 'class' && a.node === contract.definition);
    if (atom?.kind === 'class') return atom;
  }
  return undefined;
}

type Holder = InstanceObject | ClassObject | ModuleObject;

function objectsOf(evaluation: Evaluation, contract: Contract, run: Run): readonly Holder[] {
  if (contract.kind === 'module') {
    return [...new Set(run.machine.loaded.values())].filter((module) => module.node === contract.definition);
  }
  const reachable = evaluation.reachable(run);
  const created = evaluation.created(run).get(contract.definition) ?? [];
  const instances = created.filter((object) => reachable.has(object.id));
  if (instances.length > 0) return instances;
  // What cannot be followed may still hold one that has all it needs.
  if (
    created.length > 0 &&
    created.every((object) => verdictOf(slotAt(run, object, contract.point.attribute).value) === 'wired')
  )
    return created;
  if (!contract.point.onClass) return [];
  const type = escapedClass(contract, run);
  return type ? [type] : [];
}

function hold(evaluation: Evaluation, contract: Contract, run: Run, object: Holder): Held {
  const slot = slotAt(run, object, contract.point.attribute);
  const writes = slot.writes.filter((write) => !inBackground(run, write));
  const value = writes.length === slot.writes.length ? slot.value : servingValue(slot, writes);
  const held = { object, value, writes, reason: undefined };
  const verdict = verdictOf(value);
  if (verdict === 'wired')
    return { ...held, verdict: kindMismatch(contract, run, value) ? 'wrong-dependency' : 'wired' };
  if (verdict === 'unresolved') return { ...held, verdict, reason: unknownReason(value) };
  return { ...held, ...missing(evaluation, contract, run, object, slot, verdict) };
}

/** Why the dependency is not there, where that has a verdict of its own. */
function missing(
  evaluation: Evaluation,
  contract: Contract,
  run: Run,
  object: Holder,
  slot: Slot,
  verdict: Verdict,
): { verdict: Verdict; reason: string | undefined } {
  const escaped = run.trace.escapes.get(object.id);
  if (escaped) return { verdict: 'unresolved', reason: escaped.reason };
  if (!run.served) return { verdict: 'unresolved', reason: 'startup ends in an exception' };
  if (verdict !== 'never') return { verdict, reason: undefined };
  if (slot.writes.some((write) => inBackground(run, write) && mayHold(write.value)))
    return { verdict: 'late', reason: undefined };
  if (contract.legacy.some((legacy) => wasGiven(run, object, legacy)))
    return { verdict: 'wrong-setter', reason: undefined };
  if (givenByRequests(run, object, contract) || injectedByRequests(evaluation, contract)) {
    const migrated = contract.rivals.some((rival) => wasGiven(run, object, rival));
    return { verdict: migrated ? 'wrong-setter' : 'request-only', reason: undefined };
  }
  return { verdict: 'never', reason: undefined };
}

/** Whether a request was seen to hand it over. */
function givenByRequests(run: Run, object: Holder, { point }: Contract): boolean {
  const slot = run.requests.heap.slot(object.id, point.attribute);
  return slot !== undefined && mayHold(slot.value);
}

/** Whether startup handed something over through this other point. */
function wasGiven(run: Run, object: Holder, point: InjectionPoint): boolean {
  return slotAt(run, object, point.attribute).writes.some(
    (write) => !inBackground(run, write) && mayHold(write.value),
  );
}

function mayHold(value: Value): boolean {
  return value.atoms.some(
    (atom) => atom.kind !== 'none' && atom.kind !== 'undefined' && atom.kind !== 'absent',
  );
}

/** The attribute of an object: its own, else that of its class. */
export function slotAt(run: Run, object: Holder, attribute: string): Slot {
  const own = run.heap.slot(object.id, attribute);
  const absent = own?.value.atoms.some((atom) => atom.kind === 'absent') ?? true;
  if (own && !absent) return own;
  const classes =
    object.kind === 'instance' ? object.class.mro : object.kind === 'class' ? object.mro.slice(1) : [];
  for (const base of classes) {
    const slot = run.heap.slot(base.id, attribute);
    if (!slot) continue;
    return own ? { value: join(own.value, slot.value), writes: [...own.writes, ...slot.writes] } : slot;
  }
  return own ?? { value: NOTHING, writes: [] };
}

function inBackground(run: Run, write: Write): boolean {
  return run.trace.steps[write.step]?.phase === 'background';
}

function servingValue(slot: Slot, writes: readonly Write[]): Value {
  return writes.length === 0 ? slot.value : joinAll(writes.map((write) => write.value));
}

function verdictOf(value: Value): 'wired' | 'never' | 'conditional' | 'unresolved' {
  let none = value.atoms.length === 0;
  let object = false;
  let open = false;
  for (const atom of value.atoms) {
    if (atom.kind === 'none' || atom.kind === 'undefined' || atom.kind === 'absent') none = true;
    else if (atom.kind === 'unknown' && !atom.notNone) open = true;
    else object = true;
  }
  if (open) return 'unresolved';
  if (!none) return 'wired';
  return object ? 'conditional' : 'never';
}

function unknownReason(value: Value): string | undefined {
  const atom = value.atoms.find((candidate) => candidate.kind === 'unknown');
  return atom?.kind === 'unknown' ? atom.reason : undefined;
}

function injectedByRequests(evaluation: Evaluation, contract: Contract): boolean {
  return requestsUse(evaluation, contract);
}

/** Whether code that only requests run calls the injection point. */
function requestsUse(evaluation: Evaluation, { name, point }: Contract): boolean {
  const sites =
    point.kind === 'attribute'
      ? evaluation.code.assignmentsTo(point.name)
      : point.kind === 'constructor'
        ? []
        : evaluation.code.callsOf(point.name);
  return sites.some(
    (site) =>
      site.function !== undefined &&
      site.function !== point.function &&
      (point.kind !== 'attribute' || related(site.receiver && lastName(site.receiver), name)) &&
      evaluation.requested().has(site.function) &&
      !ranAtStartup(evaluation.runs, site.function),
  );
}

export function ranAtStartup(runs: readonly Run[], node: FunctionNode): boolean {
  return runs.some((run) => wasEntered(run, node));
}
