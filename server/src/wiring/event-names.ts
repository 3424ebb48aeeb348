/** The critical events of an application, and the words by which calls that send them are told from others. Must not know code. */
import type { EventRules } from '../engine/event-rules.ts';
import { isSlip } from '../base/near-miss.ts';
import { wordsOf } from './vocabulary.ts';

/** The events by which people follow an agent at work, in the order in which they happen. */
export const LIFE_OF_AN_AGENT: readonly string[] = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];

export interface EventNames {
  /** In the order they are declared. */
  readonly critical: readonly string[];
  /** Whether the configuration names them. */
  readonly configured: boolean;
  readonly rules: EventRules;
  /** The critical event that a name is one slip away from. */
  readonly slipOf: (name: string) => string | undefined;
  /** Whether some name in a text may be a critical event, or a slip of one: a quick look. */
  readonly mayName: (text: string) => boolean;
}

export function eventNames(configured: readonly string[]): EventNames {
  const known = NAMES.get(configured) ?? makeNames(configured);
  NAMES.set(configured, known);
  return known;
}

const NAMES = new WeakMap<readonly string[], EventNames>();

function makeNames(configured: readonly string[]): EventNames {
  const critical = configured.length > 0 ? configured : LIFE_OF_AN_AGENT;
  const known = new Set(critical);
  const slips = new Map<string, string | undefined>();
  const slipOf = (name: string): string | undefined => {
    if (known.has(name) || !NAME.test(name)) return undefined;
    if (!slips.has(name))
      slips.set(
        name,
        critical.find((event) => isSlip(name, event)),
      );
    return slips.get(name);
  };
  const mentioning = new WeakMap<object, boolean>();
  const rules: EventRules = {
    names: (text) => known.has(text) || slipOf(text) !== undefined,
    sends: sendsByName,
    keys: EVENT_KEYS,
    mentions: (module) => {
      let answer = mentioning.get(module);
      if (answer === undefined) {
        answer = critical.some((event) => module.text.includes(event));
        mentioning.set(module, answer);
      }
      return answer;
    },
  };
  const beginnings = new RegExp(
    critical.map((event) => event.slice(0, 3).replaceAll(/\W/g, '.')).join('|'),
    'i',
  );
  const mayName = (text: string): boolean => beginnings.test(text);
  return { critical, configured: configured.length > 0, rules, slipOf, mayName };
}

const NAME = /^[\w.:-]{3,40}$/;

/** Keys and attributes of messages that hold the event's name, the most telling first. */
const EVENT_KEYS: ReadonlySet<string> = new Set([
  'type',
  'event',
  'event_type',
  'eventType',
  'event_name',
  'message_type',
  'kind',
  'value',
  'name',
]);

/** Words of what sends. */
const SENDING = new Set(
  'emit emits send sends publish broadcast broadcasts notify push dispatch deliver fire trigger stream forward relay announce enqueue put multicast'.split(
    ' ',
  ),
);

/** Words of what has to do with sending and does something else. */
const NOT_SENDING = new Set(
  'register subscribe unsubscribe handler handlers listener listeners callback callbacks on validate is has should can may get build create make format parse test check count expect assert wait mock add remove set log logs logger logging span spans tracer trace telemetry metric metrics counter gauge histogram statsd prometheus analytics stats sentry datadog db database sql cursor repository repo audit cache mail email sms slack'.split(
    ' ',
  ),
);

/** Words of what is told of events without anybody being sent them: logs, measurements, rows. */
const ELSEWHERE = new Set(
  'log logs logger logging span spans tracer tracing trace telemetry otel opentelemetry metric metrics counter gauge histogram statsd prometheus analytics stats statistics sentry datadog db database sql cursor repository repo audit cache mail email mailer sms slack mock tester caplog recorder profiler'.split(
    ' ',
  ),
);

const SENDS = new Map<string, boolean>();

/** Whether calls of a name may send something to clients: `emit_event`, `send_json`, `notify_user`. */
export function sendsByName(name: string): boolean {
  let answer = SENDS.get(name);
  if (answer === undefined) {
    const words = wordsOf(name);
    // Making an object sends nothing: `SendFailure(...)`.
    const isClass = /^_*[A-Z][a-z]/.test(name);
    answer =
      !isClass && words.some((word) => SENDING.has(word)) && !words.some((word) => NOT_SENDING.has(word));
    SENDS.set(name, answer);
  }
  return answer;
}

/** Whether a name speaks of logs, measurements or storage. */
export function goesElsewhere(name: string): boolean {
  return wordsOf(name).some((word) => ELSEWHERE.has(word));
}

const SOCKET = new Set(['websocket', 'web', 'socket', 'ws', 'conn', 'connection', 'client', 'peer', 'sock']);

/** What one client's connection is called. */
export function isSocketName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => SOCKET.has(word));
}

/** Events of which one ends what the other began, by their words: `agent_started` and `agent_completed`. */
export function endingOf(event: string, events: readonly string[]): string | undefined {
  const words = wordsOf(event);
  const last = words.at(-1) ?? '';
  if (!STARTING.has(last)) return undefined;
  const subject = words.slice(0, -1).join('_');
  return events.find((other) => {
    const parts = wordsOf(other);
    return ENDING.has(parts.at(-1) ?? '') && parts.slice(0, -1).join('_') === subject;
  });
}

const STARTING = new Set('start started starting begin began begun executing running opened open'.split(' '));
const ENDING = new Set(
  'end ended complete completed done finish finished stop stopped closed close'.split(' '),
);
