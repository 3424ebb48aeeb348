/** The story of the TypeScript example. */
import { tell } from './support/story.ts';

export function run(): Promise<void> {
  return tell({
    file: 'src/startup.ts',
    range: '44:13-44:31',
    steps: [
      '1/9 src/server.ts:1',
      '2/9 src/server.ts:27',
      '3/9 src/server.ts:11',
      '4/9 src/startup.ts:25',
      '5/9 src/agents/agent-registry.ts:11',
      '6/9 src/startup.ts:32',
      '7/9 src/startup.ts:44',
      '8/9 src/startup.ts:45',
      '9/9 src/startup.ts:45',
    ],
    fix: 'Call setWebSocketManager() with application.webSocketManager instead',
    suite: 'test/websocket-agent-events.test.mjs',
    injections: ['src/startup.ts:47'],
    setter: 'src/agents/agent-registry.ts',
  });
}
