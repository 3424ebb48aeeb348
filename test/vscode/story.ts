/** The story of the Python example. */
import { tell } from './support/story.ts';

export function run(): Promise<void> {
  return tell({
    file: 'app/smd.py',
    range: '123:25-123:45',
    steps: [
      '1/11 app/core/lifespan_manager.py:16',
      '2/11 app/core/lifespan_manager.py:20',
      '3/11 app/smd.py:144',
      '4/11 app/smd.py:101',
      '5/11 app/agents/agent_registry.py:23',
      '6/11 app/smd.py:62',
      '7/11 app/smd.py:115',
      '8/11 app/smd.py:122',
      '9/11 app/smd.py:123',
      '10/11 app/smd.py:124',
      '11/11 app/smd.py:124',
    ],
    fix: 'Call set_websocket_manager() with self.app.state.websocket_manager instead',
    suite: 'tests/mission_critical/test_websocket_agent_events_suite.py',
    injections: ['app/smd.py:126'],
    setter: 'app/agents/agent_registry.py',
  });
}
