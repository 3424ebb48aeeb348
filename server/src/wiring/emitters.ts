/**
 * Who emits the critical events: every place that does, whether something that serves comes by, and what it has to send through
 * in each run. Must not know what is reported, nor how it is worded.
 */
import { createProbe } from '../engine/probe.ts';
import type { FunctionObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { EmitStep, EnterStep, Step } from '../engine/steps.ts';
import type { Value } from '../engine/values.ts';
import type { ClassNode, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { functionsIn } from './classes.ts';
import type { Evaluation } from './evaluate.ts';
import {
  type Outcome,
  blockIn,
  callOf,
  outcomeOf,
  pathNames,
  stepTree,
  type StepTree,
} from './event-delivery.ts';
import type { EventNames } from './event-names.ts';
import { type EventSite, eventSites } from './event-sites.ts';
import type { Loss } from './events.ts';
import { receiverName } from './facts.ts';
import type { Hop } from './held-value.ts';
import { calleeOf, inWorkspace, lineOf, placeIn } from './source.ts';
import type { Contract, Verdict, Wiring } from './types.ts';
import { vocabularyOf } from './vocabulary.ts';
import { isWrittenLater } from './written-later.ts';

/** Why an emitter has nothing to send through. */
export interface Cause {
  readonly hop: Hop;
  readonly run: Run;
  /** The contract of that attribute; absent where nothing hands anything over there. */
  readonly contract: Contract | undefined;
}

/** An emitter in one run. */
export interface Sending {
  readonly run: Run;
  readonly wired: boolean;
  readonly cause: Cause | undefined;
}

export interface Emitter {
  readonly site: EventSite;
  /** Whether something that serves comes by. */
  readonly reached: boolean;
  /** What it sends through, by the names in the code. */
  readonly through: string;
  /** Whether it goes through something that startup wires, so that it tells of the wiring. */
  readonly tells: boolean;
  readonly sendings: readonly Sending[];
}

export interface EmitterInput {
  readonly evaluation: Evaluation;
  readonly names: EventNames;
  readonly vocabulary: readonly string[];
  /** What became of each contract, in the order of the runs. */
  readonly wirings: readonly (readonly Wiring[])[];
  /** What is lost through a contract, by name. */
  readonly lossOf: (contract: Contract) => Loss;
}

/** Emitters in what the runs loaded; none where nothing names an event. */
export function emittersOf(input: EmitterInput): readonly Emitter[] {
  const { evaluation, names } = input;
  if (!evaluation.code.modules.some((module) => names.rules.mentions(module))) return [];
  const sites = eventSites(evaluation.code, names);
  const seen = evaluation.runs.map((run) => ({ run, seen: observe(input, run, sites) }));
  const all = [...sites, ...seen.flatMap((each) => furtherSites(input, each.seen.emits))];
  const distinct = new Map<string, EventSite>();
  for (const site of all) {
    const key = `${site.event} ${placeKey(site.place)}`;
    if (!distinct.has(key)) distinct.set(key, site);
  }
  return [...distinct.values()].flatMap((site) => emitterAt(input, site, seen));
}

interface Seen<S> {
  readonly tree: StepTree;
  readonly step: S;
}

/** What the steps of a run, and of single calls on its heap, say of emissions. */
interface Observed {
  readonly emits: readonly Seen<EmitStep>[];
  /** The same by place. */
  readonly byPlace: ReadonlyMap<string, readonly Seen<EmitStep>[]>;
  readonly entered: ReadonlyMap<FunctionNode, readonly Seen<EnterStep>[]>;
  /** Places that requests or startup came by. */
  readonly cameBy: ReadonlySet<string>;
}

/** Functions that are run by themselves, and objects for each. */
const MAX_PROBES = 160;
const MAX_RECEIVERS = 3;

function observe(input: EmitterInput, run: Run, sites: readonly EventSite[]): Observed {
  const vocabulary = vocabularyOf(input.vocabulary);
  const trees: StepTree[] = [];
  const grow = (steps: readonly Step[], isServed = false): void => {
    if (steps.some((step) => step.kind === 'emit' || step.kind === 'branch' || step.kind === 'raise'))
      trees.push({ ...stepTree(run, vocabulary, steps), isServed });
  };
  if (run.trace.steps.some((step) => step.kind === 'emit')) grow(run.trace.steps, true);
  const probe = createProbe(run);
  const nodes = new Map(
    sites.flatMap((site) => (site.function ? [[site.function, site.class] as const] : [])),
  );
  let left = MAX_PROBES;
  for (const { fn, receivers } of callable(input.evaluation, run, nodes)) {
    for (const receiver of receivers) if (left-- > 0) grow(probe.call(fn, receiver));
  }
  return { ...indexed(trees), cameBy: placesIn(run) };
}

function placesIn(run: Run): ReadonlySet<string> {
  const places = new Set<string>();
  for (const step of run.trace.steps) if (step.kind === 'emit') places.add(placeKey(step.place));
  return places;
}

function placeKey({ module, start, end }: Place): string {
  return `${module.path}:${start}:${end}`;
}

function indexed(trees: readonly StepTree[]): Pick<Observed, 'emits' | 'byPlace' | 'entered'> {
  const emits: Seen<EmitStep>[] = [];
  const byPlace = new Map<string, Seen<EmitStep>[]>();
  const entered = new Map<FunctionNode, Seen<EnterStep>[]>();
  for (const tree of trees) {
    for (const step of tree.byId.values()) {
      if (step.kind === 'enter') file(entered, step.function.node, { tree, step });
      if (step.kind !== 'emit') continue;
      emits.push({ tree, step });
      file(byPlace, placeKey(step.place), { tree, step });
    }
  }
  return { emits, byPlace, entered };
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Functions with what they are called on: objects of startup for methods. */
function callable(
  evaluation: Evaluation,
  run: Run,
  nodes: ReadonlyMap<FunctionNode, ClassNode | undefined>,
): readonly { readonly fn: FunctionObject; readonly receivers: readonly (Value | undefined)[] }[] {
  const found = new Map<FunctionNode, { fn: FunctionObject; receivers: (Value | undefined)[] }>();
  const add = (fn: FunctionObject, receiver: Value | undefined): void => {
    if (!nodes.has(fn.node)) return;
    const known = found.get(fn.node) ?? { fn, receivers: [] };
    found.set(fn.node, known);
    if (receiver === undefined ? known.receivers.length === 0 : known.receivers.length < MAX_RECEIVERS)
      known.receivers.push(receiver);
  };
  const modules = new Set([...nodes.keys()].map((node) => node.module));
  const reachable = evaluation.reachable(run);
  for (const owner of new Set(nodes.values())) {
    if (!owner) continue;
    for (const object of evaluation.created(run).get(owner) ?? []) {
      const type = object.class.mro.find((base) => base.node === owner);
      if (!type || !reachable.has(object.id)) continue;
      for (const slot of run.heap.slots(type.id).values())
        for (const fn of functionsIn(slot.value)) if (fn.owner) add(fn, { atoms: [object] });
    }
  }
  for (const module of run.machine.loaded.values()) {
    if (!module.node || !modules.has(module.node)) continue;
    for (const slot of run.requests.heap.slots(module.id).values())
      for (const fn of functionsIn(slot.value)) if (!fn.owner) add(fn, undefined);
  }
  for (const { target } of run.machine.requests) {
    for (const fn of functionsIn(target)) if (!fn.owner) add(fn, undefined);
  }
  return [...found.values()];
}

/** Emissions that only their values show. */
function furtherSites(input: EmitterInput, emits: Observed['emits']): readonly EventSite[] {
  return emits.flatMap(({ tree, step }) => {
    if (step.events.length === 0 || step.passedOn || !inWorkspace(step.place)) return [];
    const call = callOf(step.place);
    const callee = call && calleeOf(call);
    if (!call || !callee || outcomeOf(tree, step).kind === 'nothing') return [];
    const parent = tree.byId.get(step.parent);
    const fn = parent?.kind === 'enter' ? parent.function : undefined;
    const name = placeIn(step.place.module, callee.span);
    return step.events
      .filter((event) => input.names.critical.includes(event))
      .map((event) => ({
        event,
        place: step.place,
        name,
        call,
        function: fn?.node,
        class: fn?.owner?.value?.node,
        onSocket: false,
      }));
  });
}

function emitterAt(
  input: EmitterInput,
  site: EventSite,
  seen: readonly { readonly run: Run; readonly seen: Observed }[],
): readonly Emitter[] {
  const perRun = seen.map(({ run, seen: observed }) => ({ run, outcomes: outcomesAt(site, observed) }));
  const outcomes = perRun.flatMap((each) => each.outcomes);
  if (outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'nothing')) return [];
  const told = outcomes.filter(({ kind }) => kind !== 'nothing');
  const sendings = perRun.map(({ run, outcomes: here }) => sendingIn(input, site, run, here));
  const recorded = seen.some((each) => each.seen.cameBy.has(placeKey(site.place)));
  return [
    {
      site,
      reached: recorded || isLive(input.evaluation, site),
      through: throughWords(site, told),
      tells: sendings.some(({ cause }) => cause !== undefined) || told.some(({ hops }) => hops.length > 0),
      sendings,
    },
  ];
}

function isLive(evaluation: Evaluation, site: EventSite): boolean {
  return site.function === undefined || evaluation.live().has(site.function);
}

function outcomesAt(site: EventSite, { byPlace, entered }: Observed): readonly Outcome[] {
  const here = byPlace.get(placeKey(site.place)) ?? [];
  // What requests do says more than what single calls would do.
  const served = here.filter(({ tree }) => tree.isServed);
  const told = served.length > 0 ? served : here;
  if (told.length > 0) return told.map(({ tree, step }) => outcomeOf(tree, step));
  // No run comes to the call: something before it may be none.
  return (site.function ? (entered.get(site.function) ?? []) : [])
    .map(({ tree, step }) => blockIn(tree, step))
    .filter(({ kind }) => kind === 'blocked');
}

/** What has to be sent through is there, or why it is not. */
function sendingIn(input: EmitterInput, site: EventSite, run: Run, outcomes: readonly Outcome[]): Sending {
  // Where startup ends in an exception nothing serves, so that nothing is missing.
  if (!run.served) return { run, wired: true, cause: undefined };
  for (const outcome of outcomes) {
    const cause = brokenContract(input, run, outcome);
    if (cause) return { run, wired: false, cause };
  }
  // Of several objects one may never be used: without a contract, all of them have to lack it.
  const never = outcomes.map((outcome) => neverHandedOver(input, run, outcome));
  const [first] = never;
  if (first && never.every((cause) => cause !== undefined)) return { run, wired: false, cause: first };
  const isOpen = outcomes.every(({ hops }) => hops.length === 0);
  const lost = isOpen && !site.onSocket ? lostByName(input, site, run) : undefined;
  return { run, wired: lost === undefined, cause: lost };
}

function brokenContract(input: EmitterInput, run: Run, outcome: Outcome): Cause | undefined {
  for (const hop of outcome.hops) {
    const wiring = wiringOf(input, run, hop);
    if (wiring && isMissing(verdictFor(wiring, hop, outcome))) return { hop, run, contract: wiring.contract };
  }
  return undefined;
}

/** What holds for the very object; one that requests make is judged by what becomes of it. */
function verdictFor(wiring: Wiring, { owner }: Hop, outcome: Outcome): Verdict {
  const held = wiring.held.find(({ object }) => object === owner);
  if (held) return held.verdict;
  return outcome.kind === 'blocked' ? wiring.verdict : 'wired';
}

/** Where it stops at something that nothing hands over. */
function neverHandedOver(input: EmitterInput, run: Run, outcome: Outcome): Cause | undefined {
  const last = outcome.kind === 'blocked' ? outcome.hops.at(-1) : undefined;
  if (!last || isUnseen(run, last) || isWrittenLater(input.evaluation, run, last)) return undefined;
  return { hop: last, run, contract: undefined };
}

/** Whether something that cannot be followed got hold of the object: it may have handed it over. */
function isUnseen(run: Run, { owner }: Hop): boolean {
  return run.trace.escapes.has(owner.id) || run.requests.trace.escapes.has(owner.id);
}

function wiringOf(input: EmitterInput, run: Run, { owner, attribute }: Hop): Wiring | undefined {
  const definitions: readonly (ClassNode | ModuleNode | undefined)[] =
    owner.kind === 'module'
      ? [owner.node]
      : owner.kind === 'class'
        ? owner.mro.map((base) => base.node)
        : owner.class.mro.map((base) => base.node);
  for (const wirings of input.wirings) {
    const wiring = wirings.find((each) => each.run === run);
    if (wiring?.contract.point.attribute === attribute && definitions.includes(wiring.contract.definition))
      return wiring;
  }
  return undefined;
}

function isMissing(verdict: Verdict): boolean {
  return (
    verdict === 'never' ||
    verdict === 'conditional' ||
    verdict === 'late' ||
    verdict === 'wrong-dependency' ||
    verdict === 'wrong-setter'
  );
}

/** Where no object could be looked at: what is lost by the names of the functions that it goes through. */
function lostByName(input: EmitterInput, site: EventSite, run: Run): Cause | undefined {
  for (const wirings of input.wirings) {
    const wiring = wirings.find((each) => each.run === run);
    const held = wiring?.held.find(({ verdict }) => verdict !== 'wired');
    if (!wiring || !held || !isMissing(wiring.verdict)) continue;
    const { point } = wiring.contract;
    if (input.lossOf(wiring.contract).places.has(`${site.name.module.path}:${site.name.start}`))
      return {
        hop: { owner: held.object, attribute: point.attribute, value: held.value },
        run,
        contract: wiring.contract,
      };
  }
  return undefined;
}

export const RAW_SOCKET = 'raw socket';

export function throughWords(site: EventSite, outcomes: readonly Outcome[]): string {
  if (site.onSocket) return RAW_SOCKET;
  const longest = outcomes.map(({ through }) => through).sort((a, b) => b.length - a.length)[0];
  if (longest && longest.length > 0) return longest.join('.');
  const object = site.call.callee.kind === 'attribute' ? site.call.callee.object : undefined;
  const names = object ? pathNames(object, site.function && receiverName(site.function)) : [];
  return names.length > 0 ? names.join('.') : (calleeOf(site.call)?.name ?? '');
}

/** `path:line` of an emitter. */
export function emitterLine({ site }: Emitter): string {
  return `${site.place.module.path}:${lineOf(site.name)}`;
}
