/**
 * Calls that hand over the name of an event, recorded while the run goes on: by the value of the argument, so that constants,
 * enumeration members and composed texts need no rule of their own. Must not know which events there are, nor what sends them.
 */
import type { CallExpression, ModuleNode } from '../ir/nodes.ts';
import type { EventRules } from './event-rules.ts';
import type { CallArguments, Machine } from './machine.ts';
import { inModel, placeOf, record } from './machine.ts';
import type { EmitStep } from './steps.ts';
import type { Atom, Value } from './values.ts';

/** To be asked before a module's top level runs. */
export function noteModule(m: Machine, module: ModuleNode): void {
  const { emissions } = m;
  if (emissions && !emissions.active && emissions.rules.mentions(module)) emissions.active = true;
}

/** Records a call that hands over an event's name, or that may send whatever it is given. */
export function recordEmission(m: Machine, e: CallExpression, callee: Value, args: CallArguments): void {
  const { emissions } = m;
  if (!emissions?.active || m.callGraph || inModel(m)) return;
  const name = e.callee.kind === 'attribute' || e.callee.kind === 'name' ? e.callee.name : '';
  const sends = emissions.rules.sends(name);
  const events = eventsIn(m, emissions.rules, args, sends);
  if (events.size === 0 && !sends) return;
  record<EmitStep>(m, {
    kind: 'emit',
    place: placeOf(m, e),
    name,
    callee,
    sends,
    events: [...events],
    passedOn: events.size > 0 && isPassedOn(m, emissions.rules, events),
  });
}

/** Message objects are only looked into where something is sent: most objects that are handed over are none. */
function eventsIn(m: Machine, rules: EventRules, args: CallArguments, sends: boolean): ReadonlySet<string> {
  const events = new Set<string>();
  const look = (value: Value): void => {
    if (sends || value.atoms.some((atom) => atom.kind !== 'instance')) gather(m, rules, value, events, 0);
  };
  for (const value of args.positional) look(value);
  for (const value of args.named.values()) look(value);
  if (args.morePositional) look(args.morePositional);
  if (args.moreNamed) look(args.moreNamed);
  return events;
}

/** Messages in messages: `{"type": "event", "payload": {"event": ...}}`. */
const MAX_DEPTH = 2;

function gather(m: Machine, rules: EventRules, value: Value, into: Set<string>, depth: number): void {
  for (const atom of value.atoms) {
    if (atom.kind === 'constant') {
      if (typeof atom.value === 'string' && rules.names(atom.value)) into.add(atom.value);
    } else if (atom.kind === 'container' || atom.kind === 'instance')
      gatherParts(m, rules, atom, into, depth);
  }
}

function gatherParts(m: Machine, rules: EventRules, atom: Atom, into: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (atom.kind === 'instance') {
    const before = into.size;
    for (const key of rules.keys) {
      const slot = into.size === before ? m.state?.slot(atom.id, key) : undefined;
      if (slot) gather(m, rules, slot.value, into, depth + 1);
    }
    return;
  }
  if (atom.kind !== 'container') return;
  const items = m.state?.items(atom.id);
  if (items?.kind === 'mapping') gatherEntries(m, rules, items.entries.values(), into, depth);
  // `("agent_started", payload)`; a list of names is a list of names.
  else if (items && atom.type === 'tuple' && items.known.length > 1) {
    const first = items.known[0];
    const named = items.known.filter((each) => namesIn(rules, each));
    if (first && named.length === 1 && named[0] === first) gather(m, rules, first, into, depth + 1);
  }
}

/** Messages are small; tables are no messages. */
const MAX_ENTRIES = 32;

function namesIn(rules: EventRules, value: Value): boolean {
  return value.atoms.some(
    (atom) => atom.kind === 'constant' && typeof atom.value === 'string' && rules.names(atom.value),
  );
}

function gatherEntries(
  m: Machine,
  rules: EventRules,
  entries: Iterable<{ readonly key: Value; readonly value: Value }>,
  into: Set<string>,
  depth: number,
): void {
  let looked = 0;
  for (const { key, value } of entries) {
    if (looked++ > MAX_ENTRIES) return;
    const atom = key.atoms[0];
    const isName = atom?.kind === 'constant' && rules.keys.has(String(atom.value));
    if (isName) gather(m, rules, value, into, depth + 1);
    else
      for (const inner of value.atoms)
        if (inner.kind === 'container') gatherParts(m, rules, inner, into, depth + 1);
  }
}

/** Whether the names came into the function around by its parameters: then its callers name the event. */
function isPassedOn(m: Machine, rules: EventRules, events: ReadonlySet<string>): boolean {
  const step = m.trace.steps[m.frame.step];
  if (step?.kind !== 'enter') return false;
  const given = new Set<string>();
  for (const value of step.args.values()) {
    if (value !== step.receiver) gather(m, rules, value, given, 0);
  }
  for (const event of events) if (!given.has(event)) return false;
  return true;
}
