import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { defaultConfiguration } from '../../server/src/config/defaults.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { DiskFileSystem } from '../../server/src/platform/disk-file-system.ts';
import { REPOSITORY } from '../support/source-tree.ts';

const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];

const { report } = analyze({
  fileSystem: new DiskFileSystem(join(REPOSITORY, 'examples/chat-backend')),
  configuration: defaultConfiguration({ events: EVENTS }),
  target: '',
  entryPoints: ['app/main.py'],
  environments: ['development', 'staging', 'production'],
  models: { python: PYTHON_MODELS },
  token: NEVER_CANCELLED,
  clock: () => 0,
});

describe('the incident in examples/chat-backend', () => {
  it('is one finding, in every environment, at the call of the wrong setter', () => {
    expect(
      report.findings.map(({ check, file, environments, message, component }) => ({
        check,
        file,
        environments,
        message,
        component,
      })),
    ).toEqual([
      {
        check: 'legacy-setter',
        file: 'app/smd.py',
        component: 'AgentRegistry',
        environments: ['development', 'staging', 'production'],
        message:
          'Startup calls set_websocket_bridge(), but the events of AgentRegistry go through `websocket_manager`, which only set_websocket_manager() sets (app/agents/agent_registry.py:41). ' +
          'Lost: agent_started, agent_thinking, tool_executing, tool_completed and agent_completed. Call set_websocket_manager() instead.',
      },
    ]);
  });

  it('loses all five events', () => {
    const registry = report.components.find(({ component }) => component === 'AgentRegistry');
    expect(registry?.verdicts).toEqual({
      development: 'wrong-setter',
      staging: 'wrong-setter',
      production: 'wrong-setter',
    });
    expect(registry?.lostEvents).toEqual(EVENTS);
  });

  it('is shown from the entry point to the call', () => {
    const [finding] = report.findings;
    expect(finding?.steps.map(({ kind, file, line }) => `${kind} ${file}:${line}`)).toEqual([
      'enter app/core/lifespan_manager.py:16',
      'enter app/core/lifespan_manager.py:20',
      'enter app/smd.py:144',
      'create app/smd.py:101',
      'write app/agents/agent_registry.py:23',
      'enter app/smd.py:62',
      'enter app/smd.py:115',
      'branch app/smd.py:122',
      'branch app/smd.py:123',
      'enter app/smd.py:124',
      'inject app/smd.py:124',
    ]);
  });
});
