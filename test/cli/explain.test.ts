import { describe, expect, it } from 'vitest';
import { runOn, under } from '../support/fake-host.ts';
import { SAMPLE_FILES } from '../support/sample-report.ts';

const machine = { files: under('/work/shop', SAMPLE_FILES) };

function explain(...args: readonly string[]): string {
  return runOn(machine, 'explain', ...args).out;
}

describe('wiretrace explain', () => {
  it('says what is defined on the line, in every environment', () => {
    expect(explain('shop/app/registry.py:1')).toBe(
      'shop/app/registry.py:1\n| class AgentRegistry:\n  - AgentRegistry is defined here: wired in development and wrong-setter in staging\n',
    );
  });

  it('says how a guard goes and why, once for all environments', () => {
    expect(explain('shop/app/main.py:5')).toBe(
      "shop/app/main.py:5\n| if hasattr(registry, 'set_websocket_bridge'):\n" +
        "  - branch: hasattr(registry, 'set_websocket_bridge'), which is true, because AgentRegistry defines it\n",
    );
  });

  it('says what could not be followed', () => {
    expect(explain('shop/app/main.py:7')).toContain('  - not followed: the name is computed\n');
  });

  it('names the injection, the environment of a step, and the finding on the line', () => {
    const out = explain('shop/app/main.py:6:9');
    expect(out).toContain(
      '  - here AgentRegistry would be injected (phase: startup); the dry run comes by, under hasattr(registry)\n',
    );
    expect(out).toContain(
      '  - inject: registry.set_websocket_bridge(bridge); then registry.websocket_manager = None (in staging)\n',
    );
    expect(out).toContain('\n\nerror[legacy-setter] shop/app/main.py:6:9\n');
  });

  it('names the finding that a line is a step of, the setter and the event on a line', () => {
    expect(explain('shop/app/main.py:3')).toContain(
      '\n\nstep 1/2 of legacy-setter at shop/app/main.py:6\n  AgentRegistry never gets its WebSocketManager in staging.\n',
    );
    expect(explain('shop/app/registry.py:2')).toContain(
      '  - set_websocket_manager hands AgentRegistry its websocket_manager: wired in development and wrong-setter in staging\n' +
        '  - agent_started is emitted here, and has nothing to be sent through\n',
    );
    expect(explain('shop/app/main.py:4')).toContain('  - an instance of AgentRegistry is created here\n');
  });

  it('says so where nothing is known', () => {
    expect(explain('shop/app/main.py:1')).toBe(
      'shop/app/main.py:1\n| from app.registry import AgentRegistry\n' +
        '  No dry run comes by here, and no component, injection or event stands here.\n',
    );
  });

  it('takes a path from the root when the root is given, and looks at the whole application', () => {
    const { out, requests } = runOn(machine, 'explain', 'app/main.py:5', '--root', 'shop');
    expect(out).toContain('shop/app/main.py:5\n');
    expect(requests).toMatchObject([{ target: '' }]);
  });
});
