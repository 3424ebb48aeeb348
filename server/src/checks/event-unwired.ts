/** Who emits a critical event has nothing to emit it through, and no other finding says why. Must not know injections. */
import type { Cause, Emitter } from '../wiring/emitters.ts';
import { pathOf, servingStep } from '../wiring/path.ts';
import { slotAt } from '../wiring/evaluate.ts';
import * as words from '../wiring/event-words.ts';
import { nothing } from '../wiring/words.ts';
import { pageOf } from './check.ts';
import type { EventCheck, EventMatch, EventProblem } from './event-check.ts';

export const EVENT_UNWIRED: EventCheck = {
  id: 'event-unwired',
  summary: 'who emits a critical event has nothing to emit it through',
  severity: 'error',
  url: pageOf('event-unwired'),
  find,
};

interface Lost {
  readonly cause: Cause;
  readonly emitters: Emitter[];
  readonly events: Set<string>;
  readonly environments: Set<string>;
}

/** One finding for each attribute that is none, with all that is lost through it. */
function find(problem: EventProblem): readonly EventMatch[] {
  const lost = new Map<string, Lost>();
  for (const { verdict, emitters, name } of problem.states) {
    if (verdict !== 'unwired') continue;
    for (const emitter of emitters) if (emitter.reached) note(problem, lost, emitter, name);
  }
  return [...lost.values()].map((entry) => match(problem, entry));
}

function note(problem: EventProblem, lost: Map<string, Lost>, emitter: Emitter, event: string): void {
  for (const { cause, run } of emitter.sendings) {
    if (!cause || (cause.contract && problem.found.has(cause.contract))) continue;
    const { owner, attribute } = cause.hop;
    const key = `${words.ownerName(owner)} ${attribute}`;
    const entry = lost.get(key) ?? { cause, emitters: [], events: new Set(), environments: new Set() };
    lost.set(key, entry);
    if (!entry.emitters.includes(emitter)) entry.emitters.push(emitter);
    entry.events.add(event);
    entry.environments.add(run.environment.name);
  }
}

function match({ names }: EventProblem, { cause, emitters, events, environments }: Lost): EventMatch {
  const { owner, attribute } = cause.hop;
  const { run } = cause;
  const [first] = emitters;
  const place = first?.site.name ?? cause.run.trace.steps[0]?.place;
  if (!place) throw new Error('an emitter without a place');
  const inOrder = names.critical.filter((event) => events.has(event));
  const writes = slotAt(run, owner, attribute).writes.map((write) => write.step);
  const created = owner.kind === 'instance' ? [owner.step] : [];
  const none = nothing(cause.hop.value, run.machine.dialect);
  return {
    place,
    message: words.eventUnwired(owner, attribute, inOrder, none),
    component: words.ownerName(owner),
    environments: [...environments],
    steps: pathOf(run, [...created, ...writes, servingStep(run)], {
      place,
      kind: 'emit',
      message: words.hasNothing(inOrder, attribute, owner, none),
    }),
    events: inOrder,
  };
}
