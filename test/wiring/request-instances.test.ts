/** Instances that requests make have verdicts of their own. */
import { describe, expect, it } from 'vitest';
import { analyseProgram } from '../micro-suite/support/analysed.ts';
import { application } from './support.ts';

const REGISTRY = `
class AgentRegistry:
    def __init__(self):
        self.websocket_manager = None
    def set_websocket_manager(self, manager):
        self.websocket_manager = manager
    def emit(self, event):
        if self.websocket_manager:
            self.websocket_manager.send(event)
`.trim();

/** Startup wires the registry at line 13; a request runs `lines` from line 22 on. */
function withRequest(...lines: readonly string[]) {
  const startup = application(REGISTRY, '    registry.set_websocket_manager(Manager())');
  const handler = ['@app.post("/own")', 'def own():', ...lines.map((line) => `    ${line}`), ''];
  const { components, findings } = analyseProgram({ 'main.py': startup + handler.join('\n') }).report;
  return {
    components: components.map(({ component, verdict, instances }) => ({
      component,
      verdict,
      instances: instances.map((instance) => `${instance.line} ${instance.verdict}`),
    })),
    findings: findings.map(({ check, range }) => `${check} ${range.start.line}`),
  };
}

describe('an instance that a request makes', () => {
  it('is never wired where the request uses it without the dependency', () => {
    expect(withRequest('own = AgentRegistry()', 'own.emit("agent_started")')).toEqual({
      components: [{ component: 'AgentRegistry', verdict: 'never', instances: ['13 wired', '22 never'] }],
      findings: ['wrong-instance 22'],
    });
  });

  it.each([
    [
      'injects it before it uses it',
      ['own = AgentRegistry()', 'own.set_websocket_manager(Manager())', 'own.emit("agent_started")'],
    ],
    ['does not use it', ['own = AgentRegistry()']],
    [
      'may inject it',
      [
        'import os',
        'own = AgentRegistry()',
        'if os.path.exists("x"):',
        '    own.set_websocket_manager(Manager())',
        'own.emit("agent_started")',
      ],
    ],
  ])('says nothing where the request %s', (_, lines) => {
    expect(withRequest(...lines)).toEqual({
      components: [{ component: 'AgentRegistry', verdict: 'wired', instances: ['13 wired'] }],
      findings: [],
    });
  });
});
