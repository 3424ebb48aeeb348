/** The story of the TypeScript example. */
import { tell } from './support/story.ts';

export function run(): Promise<void> {
  return tell({
    file: 'src/startup.ts',
    range: '44:13-44:31',
    steps: [
      '1/7 src/server.ts:1',
      '2/7 src/startup.ts:25',
      '3/7 src/agents/agent-registry.ts:11',
      '4/7 src/startup.ts:32',
      '5/7 src/startup.ts:44',
      '6/7 src/startup.ts:45',
      '7/7 src/startup.ts:45',
    ],
    fix: 'Call setWebSocketManager() with application.webSocketManager instead',
    suite: 'test/websocket-agent-events.test.mjs',
    injections: ['src/startup.ts:47'],
    setter: 'src/agents/agent-registry.ts',
  });
}
