/** Which critical events a message on a WebSocket names; the probes read messages by the same rules (`probe/`). Must not know connections. */

const TYPE_KEYS = ['type', 'event', 'event_type', 'eventType', 'name', 'kind'] as const;
const MAX_DEPTH = 4;
const MAX_PARTS = 50;
const MAX_TEXT = 1_000_000;
/** socket.io puts digits before its JSON. */
const MAX_PREFIX = 16;

/** As its text, or under `type`, `event` ... of JSON; each event once. */
export function eventsInMessage(text: string, events: ReadonlySet<string>): readonly string[] {
  return [...new Set(inText(text, events, 0))];
}

function inText(text: string, events: ReadonlySet<string>, depth: number): readonly string[] {
  if (events.has(text)) return [text];
  if (text.length > MAX_TEXT) return [];
  const start = text.search(/[{[]/);
  if (start < 0 || start >= MAX_PREFIX) return [];
  try {
    return inValue(JSON.parse(text.slice(start)), events, depth + 1);
  } catch {
    return [];
  }
}

function inValue(value: unknown, events: ReadonlySet<string>, depth: number): readonly string[] {
  if (typeof value === 'string') return inText(value, events, depth);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    // A batch of messages, or what socket.io sends: the event's name and its data.
    const named = value.length > 0 && value.length < 3 ? exactly(value[0], events) : [];
    return [...named, ...inParts(value, events, depth)];
  }
  const fields = new Map(Object.entries(value));
  const named = TYPE_KEYS.flatMap((key) => exactly(fields.get(key), events));
  return named.length > 0 ? named : inParts([...fields.values()], events, depth);
}

function exactly(value: unknown, events: ReadonlySet<string>): readonly string[] {
  return typeof value === 'string' && events.has(value) ? [value] : [];
}

/** Messages inside a message. A text among them is data, unless it is JSON itself. */
function inParts(values: readonly unknown[], events: ReadonlySet<string>, depth: number): readonly string[] {
  return values
    .filter((value) => typeof value === 'object' || (typeof value === 'string' && /^[{[]/.test(value)))
    .slice(0, MAX_PARTS)
    .flatMap((value) => inValue(value, events, depth + 1));
}
