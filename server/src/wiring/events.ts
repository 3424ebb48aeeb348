/** Which events go through a component: from the functions that use its dependency to the calls that name an event. By name, bounded. */
import type { FunctionNode } from '../ir/nodes.ts';
import type { CodeIndex } from './code-index.ts';
import { LIFE_OF_AN_AGENT } from './event-names.ts';
import { constantsIn } from './event-sites.ts';
import { type Called, type FunctionFacts, factsOf } from './facts.ts';
import type { Contract } from './types.ts';
import { wordsOf } from './vocabulary.ts';

/** Wrappers around wrappers around the emitting method. */
const MAX_ROUNDS = 6;

/** What goes through a component. */
export interface Loss {
  /** In the given order. */
  readonly events: readonly string[];
  /** The names that are called on the way, as `path:offset`. */
  readonly places: ReadonlySet<string>;
}

/** Those of the given events that are emitted through the component, in the given order; without any, those that its callers name. */
export function eventsLost(code: CodeIndex, contract: Contract, events: readonly string[]): Loss {
  const places = new Set<string>();
  const names = new Set<string>();
  const closure = new Set<FunctionNode>();
  const calls: Called[] = [];
  let fresh: readonly FunctionNode[] = contract.users;
  for (let round = 0; round < MAX_ROUNDS && fresh.length > 0; round++) {
    const added = new Set(fresh.map((node) => node.name).filter((name) => !names.has(name)));
    for (const node of fresh) closure.add(node);
    for (const name of added) names.add(name);
    const callers = callersOf(code, added);
    for (const node of callers) {
      const through = factsOf(node).calls.filter((call) => added.has(call.name));
      calls.push(...through);
      for (const call of through) places.add(`${node.module.path}:${call.start}`);
    }
    fresh = [...callers].filter((node) => !closure.has(node) && passesOn(factsOf(node), added));
  }
  if (events.length === 0) return { events: inOrder(likelyEvents(contract, calls)), places };
  const found = new Set(calls.flatMap((call) => call.constants));
  for (const node of closure) for (const text of factsOf(node).texts) found.add(text);
  const constants = constantsIn(code.modules);
  for (const name of calls.flatMap((call) => call.names))
    for (const text of constants.get(name) ?? []) found.add(text);
  return { events: events.filter((event) => found.has(event)), places };
}

/** Events of an agent's life in their order, others after them as they were found. */
function inOrder(events: readonly string[]): readonly string[] {
  const known = LIFE_OF_AN_AGENT.filter((event) => events.includes(event));
  return [...known, ...events.filter((event) => !known.includes(event))];
}

function callersOf(code: CodeIndex, names: ReadonlySet<string>): ReadonlySet<FunctionNode> {
  return new Set([...names].flatMap((name) => code.callersOf(name)));
}

/** Whether a function hands a parameter that may be the event's name to something that emits: then its callers name the event. */
function passesOn(facts: FunctionFacts, names: ReadonlySet<string>): boolean {
  return facts.calls.some((call) => names.has(call.name) && [...call.parameters].some(mayNameEvent));
}

const EVENT_WORDS = new Set([
  'event',
  'events',
  'type',
  'kind',
  'topic',
  'name',
  'message',
  'msg',
  'payload',
  'data',
  'notification',
]);

function mayNameEvent(parameter: string): boolean {
  return wordsOf(parameter).some((word) => EVENT_WORDS.has(word));
}

/** More different names than this are not events. */
const MAX_LIKELY = 12;
/** `agent_started`, `order.shipped`: words that end in something that happens. */
const LIKELY_EVENT =
  /^[a-z][a-z0-9]*([_.:-][a-z0-9]+)*[_.:-]\w*(ed|ing|done|start|stop|end|begin|progress|update|error)$/;

/** Texts of the form of an event's name that go through the component, where no events are given. */
function likelyEvents(contract: Contract, calls: readonly Called[]): readonly string[] {
  const found = new Set<string>();
  const add = (text: string): void => {
    if (LIKELY_EVENT.test(text)) found.add(text);
  };
  for (const user of contract.users) {
    for (const call of factsOf(user).calls)
      if (call.via.includes(contract.point.attribute)) call.direct.forEach(add);
  }
  for (const call of calls) call.direct.forEach(add);
  return found.size > MAX_LIKELY ? [] : [...found];
}
