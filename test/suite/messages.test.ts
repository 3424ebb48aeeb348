import { describe, expect, it } from 'vitest';
import { eventsInMessage } from '../../server/src/suite/messages.ts';

const EVENTS = new Set(['agent_started', 'agent_completed']);

describe('a message names', () => {
  it.each([
    ['agent_started', ['agent_started']],
    ['{"type": "agent_started"}', ['agent_started']],
    ['{"event": "agent_completed", "data": {"type": "agent_started"}}', ['agent_completed']],
    ['{"payload": {"event_type": "agent_started"}}', ['agent_started']],
    ['{"data": "{\\"type\\": \\"agent_started\\"}"}', ['agent_started']],
    ['42["agent_started", {"x": 1}]', ['agent_started']],
    ['[{"type": "agent_started"}, {"type": "agent_completed"}]', ['agent_started', 'agent_completed']],
    ['{"type": "subscribe", "channels": ["agent_started", "a", "b"]}', []],
    ['{"type": "log", "text": "agent_started"}', []],
    ['agent_started now', []],
    ['{"type": "agent_start', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(eventsInMessage(text, EVENTS)).toEqual(expected);
  });
});
