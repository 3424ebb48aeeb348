import { describe, expect, it } from 'vitest';
import { analyzeWith, runAgain } from '../../server/src/analysis/analyze.ts';
import { createMemory } from '../../server/src/analysis/memory.ts';
import { isProved } from '../../server/src/analysis/prove-fix.ts';
import {
  type CancellationToken,
  CancelledError,
  NEVER_CANCELLED,
} from '../../server/src/base/cancellation.ts';
import { type Files, requestFor } from './analysed.ts';

const REGISTRY = `
class Manager:
    def send(self, event): print(event)
class AgentRegistry:
    def __init__(self):
        self.websocket_manager = None
    def set_websocket_manager(self, manager):
        self.websocket_manager = manager
    def emit(self, event):
        if self.websocket_manager:
            self.websocket_manager.send(event)
`;

const MAIN = `import os
from fastapi import FastAPI
from registry import AgentRegistry, Manager
app = FastAPI()
registry = AgentRegistry()
other = AgentRegistry()
manager = Manager()
@app.on_event("startup")
def start():
    other.set_websocket_manager(manager)
    print(os.environ["ENVIRONMENT"] == "production")
@app.get("/run")
def run():
    registry.emit("agent_started")
    other.emit("agent_started")
`;

const FILES: Files = { 'registry.py': REGISTRY, 'main.py': MAIN };

/** Whether replacing a piece of main.py is proved to help the one finding. */
function proved(old: string, by: string, token: CancellationToken = NEVER_CANCELLED): boolean {
  const request = requestFor(FILES);
  const memory = createMemory(request.fileSystem, request.models, request.configuration);
  const { report } = analyzeWith(memory, request).result;
  const [finding, ...more] = report.findings;
  expect([finding?.check, more]).toEqual(['never-injected', []]);
  const start = MAIN.indexOf(old);
  const edits = new Map([['main.py', [{ start, end: start + old.length, newText: by }]]]);
  const correction = { title: '', applicability: 'safe', edits, wires: 'set_websocket_manager' } as const;
  return finding !== undefined && isProved({ memory, request, report }, finding, correction, token, runAgain);
}

const WIRED = '    other.set_websocket_manager(manager)\n';

describe('an edit is proved', () => {
  it('where it wires the component and nothing else changes', () => {
    expect(proved(WIRED, `${WIRED}    registry.set_websocket_manager(manager)\n`)).toBe(true);
  });

  it('also where lines move', () => {
    expect(proved(WIRED, `\n\n${WIRED}\n\n    registry.set_websocket_manager(manager)\n`)).toBe(true);
  });
});

describe('an edit is not proved', () => {
  it.each([
    ['that changes nothing', WIRED, WIRED],
    ['that adds a blank line', WIRED, `${WIRED}\n`],
    ['that takes the dependency from another', WIRED, '    registry.set_websocket_manager(manager)\n'],
    ['after which nothing uses the component', '    registry.emit("agent_started")\n', '    pass\n'],
    ['after which the component is not made', 'registry = AgentRegistry()', 'registry = other'],
    [
      'that helps only in one environment',
      WIRED,
      `${WIRED}    if os.environ["ENVIRONMENT"] == "production":\n        registry.set_websocket_manager(manager)\n`,
    ],
    ['that hands over none', WIRED, `${WIRED}    registry.set_websocket_manager(None)\n`],
    [
      'that hands over what cannot be followed',
      WIRED,
      `${WIRED}    registry.set_websocket_manager(app.unknown)\n`,
    ],
    [
      'after which startup fails',
      WIRED,
      `${WIRED}    registry.set_websocket_manager(manager)\n    raise RuntimeError()\n`,
    ],
    ['that does not read', WIRED, `${WIRED}    registry.set_websocket_manager(manager\n`],
  ])('%s', (_, old, by) => {
    expect(proved(old, by)).toBe(false);
  });
});

it('gives up when it is cancelled', () => {
  const token = { isCancelled: true };
  expect(() => proved(WIRED, `${WIRED}    registry.set_websocket_manager(manager)\n`, token)).toThrow(
    CancelledError,
  );
});
