import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../server/src/config/defaults.ts';
import { vocabularyOf, wordsOf } from '../../server/src/wiring/vocabulary.ts';

const { speaks } = vocabularyOf(defaultConfiguration().vocabulary);

describe('words of a name', () => {
  it('are told apart by case, underscores and digits', () => {
    expect(wordsOf('set_websocket_manager')).toEqual(['set', 'websocket', 'manager']);
    expect(wordsOf('AgentWebSocketBridge')).toEqual(['agent', 'web', 'socket', 'bridge']);
    expect(wordsOf('HTTPServer2')).toEqual(['http', 'server2']);
    expect(wordsOf('_')).toEqual([]);
  });
});

describe('a name speaks of a dependency', () => {
  it.each([
    'websocket_manager',
    'WebSocketManager',
    '_websocketManager',
    'event_bus',
    'EventBus',
    'set_event_bus',
    'sio',
    'set_socketio',
    'broadcast_callback',
    'notifier',
    'ws_manager',
    'notifiers',
  ])('%s', (name) => {
    expect(speaks(name)).toBe(true);
  });
});

describe('a name does not speak of a dependency', () => {
  it.each(['manager', 'session', 'events', 'bus', 'abridged', 'publish', ''])(
    '%s: no word of the vocabulary',
    (name) => {
      expect(speaks(name)).toBe(false);
    },
  );
  it.each(['websocket', 'ws', 'socket', 'active_connections'])('%s: the connection of one client', (name) => {
    expect(speaks(name)).toBe(false);
  });
  it.each(['websocket_url', 'ws_port', 'last_broadcast', 'notifier_enabled', 'broadcast_interval'])(
    '%s: a setting or a piece of data',
    (name) => {
      expect(speaks(name)).toBe(false);
    },
  );
});
