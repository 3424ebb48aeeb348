/** What holds for each critical event: whether somebody that serves and is wired emits it. Must not know the heap, nor how it is worded. */
import type { Run } from '../engine/run.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { type CodeIndex, indexModules } from './code-index.ts';
import { type Emitter, throughWords } from './emitters.ts';
import type { EventNames } from './event-names.ts';
import { eventSites } from './event-sites.ts';

/** From best to worst. */
export const EVENT_VERDICTS = ['deliverable', 'unwired', 'unreachable', 'never-emitted'] as const;

export type EventVerdict = (typeof EVENT_VERDICTS)[number];

export interface EventState {
  readonly name: string;
  /** The worst over the environments. */
  readonly verdict: EventVerdict;
  readonly emitters: readonly Emitter[];
  /** Environments in which it is not deliverable. */
  readonly environments: readonly string[];
}

export interface StateInput {
  readonly names: EventNames;
  readonly runs: readonly Run[];
  readonly code: CodeIndex;
  /** In what the runs loaded. */
  readonly emitters: readonly Emitter[];
  /** Further modules of the workspace whose text has one of some texts in it. */
  readonly elsewhere: (texts: readonly string[]) => readonly ModuleNode[];
}

/** The states of all critical events, in the order they are declared; none where nothing emits any of them. */
export function eventStates(input: StateInput): readonly EventState[] {
  const { names, emitters } = input;
  const exact = emitters.filter(({ site }) => names.critical.includes(site.event));
  if (exact.length === 0 && !(names.configured && isNamed(input))) return [];
  const missing = names.critical.filter((event) => !exact.some(({ site }) => site.event === event));
  const all = [...exact, ...(missing.length > 0 ? notLoaded(input, missing) : [])];
  return names.critical.map((name) =>
    stateOf(
      input,
      name,
      all.filter(({ site }) => site.event === name),
    ),
  );
}

function isNamed({ names, code }: StateInput): boolean {
  return code.modules.some((module) => names.rules.mentions(module));
}

/** Emitters of some events in modules that no run loads. */
function notLoaded(input: StateInput, events: readonly string[]): readonly Emitter[] {
  const { code, names } = input;
  const loaded = new Set(code.modules.map((module) => module.path));
  const further = input.elsewhere(events).filter((module) => !loaded.has(module.path));
  if (further.length === 0) return [];
  const known = new Map([...code.modules, ...further].map((module) => [module, code.nameOf(module)]));
  return eventSites(indexModules(known), names)
    .filter(({ event, place }) => events.includes(event) && further.includes(place.module))
    .map((site) => ({
      site,
      reached: false,
      through: throughWords(site, []),
      tells: false,
      sendings: [],
    }));
}

function stateOf(input: StateInput, name: string, emitters: readonly Emitter[]): EventState {
  const environments = [...new Set(input.runs.map((run) => run.environment.name))];
  const verdicts = environments.map((environment) => ({
    environment,
    verdict: verdictIn(input, emitters, environment),
  }));
  const worst = verdicts.reduce<EventVerdict>(
    (found, { verdict }) => (weight(verdict) > weight(found) ? verdict : found),
    'deliverable',
  );
  return {
    name,
    verdict: worst,
    emitters,
    environments: verdicts
      .filter(({ verdict }) => verdict !== 'deliverable')
      .map(({ environment }) => environment),
  };
}

function weight(verdict: EventVerdict): number {
  return EVENT_VERDICTS.indexOf(verdict);
}

/**
 * The best of its emitters decides: one that is wired is enough. Those that tell of the wiring count first: what a request sends on its own
 * connection would arrive whatever startup did.
 */
function verdictIn(input: StateInput, emitters: readonly Emitter[], environment: string): EventVerdict {
  if (emitters.length === 0) return 'never-emitted';
  const reached = emitters.filter((emitter) => emitter.reached);
  if (reached.length === 0) return 'unreachable';
  const telling = reached.filter(({ tells }) => tells);
  const deciding = telling.length > 0 ? telling : reached;
  const runs = input.runs.filter((run) => run.environment.name === environment);
  return deciding.some((emitter) => isWiredIn(emitter, runs)) ? 'deliverable' : 'unwired';
}

function isWiredIn({ site, sendings }: Emitter, runs: readonly Run[]): boolean {
  return runs.some((run) => {
    const loaded = [...run.machine.loaded.values()].some((module) => module.node === site.place.module);
    return loaded && (sendings.find((sending) => sending.run === run)?.wired ?? true);
  });
}
