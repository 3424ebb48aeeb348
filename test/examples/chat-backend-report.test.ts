/** What Wiretrace says of the chat backend: the incident as committed, nothing after its correction. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Report } from '../../server/src/analysis/report.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { DiskFileSystem } from '../../server/src/platform/disk-file-system.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/chat-backend');
const ENVIRONMENTS = ['development', 'staging', 'production'];
const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];

function check(root: string): Report {
  const fileSystem = new DiskFileSystem(root);
  const { configuration } = readConfiguration(fileSystem);
  return analyze({
    fileSystem,
    configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models: { python: PYTHON_MODELS },
    token: NEVER_CANCELLED,
    clock: () => performance.now(),
  }).report;
}

const wiring = (report: Report) =>
  report.components.map(({ component, injectionPoint, verdicts, lostEvents }) => ({
    component,
    setter: injectionPoint.name,
    verdicts,
    lostEvents,
  }));
/** The verdict of every event, with the lines that emit it. */
const events = (report: Report) =>
  report.events.map(({ name, verdict, emitters }) => {
    const places = emitters.map(
      ({ file, line, reached, wired, through }) =>
        `${file}:${line} through ${through}${reached ? '' : ', not reached'}${wired ? '' : ', not wired'}`,
    );
    return `${name} ${verdict}: ${places.join('; ')}`;
  });
const EMITTERS = ['base_agent.py:26', 'base_agent.py:39', 'tools.py:30', 'tools.py:38', 'base_agent.py:34'];
const eachEvent = (verdict: string, state: string) =>
  EVENTS.map(
    (name, index) =>
      `${name} ${verdict}: app/agents/${EMITTERS[index] ?? ''} through registry.websocket_manager${state}`,
  );
const everywhere = (verdict: string) => Object.fromEntries(ENVIRONMENTS.map((name) => [name, verdict]));

describe('the report on chat-backend', () => {
  it('names the wrong call, the way to it and the five lost events', () => {
    const report = check(EXAMPLE);
    expect(report.entryPoints.map(({ file, name }) => ({ file, name }))).toEqual([
      { file: 'app/main.py', name: 'app' },
    ]);
    expect(report.environments).toEqual(ENVIRONMENTS);
    expect(
      report.findings.map(({ check: id, component, file, range, environments }) => ({
        id,
        component,
        file,
        range,
        environments,
      })),
    ).toEqual([
      {
        id: 'legacy-setter',
        component: 'AgentRegistry',
        file: 'app/smd.py',
        range: { start: { line: 124, column: 26 }, end: { line: 124, column: 46 } },
        environments: ENVIRONMENTS,
      },
    ]);
    expect(report.findings[0]?.steps.map(({ kind, file, line }) => `${kind} ${file}:${line}`)).toEqual([
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
    expect(wiring(report)).toEqual([
      {
        component: 'AgentRegistry',
        setter: 'set_websocket_manager',
        verdicts: everywhere('wrong-setter'),
        lostEvents: EVENTS,
      },
      {
        component: 'AgentRegistry',
        setter: 'set_websocket_bridge',
        verdicts: everywhere('unused'),
        lostEvents: [],
      },
    ]);
  });

  it('has no event that can be delivered', () => {
    expect(events(check(EXAMPLE))).toEqual(eachEvent('unwired', ', not wired'));
  });

  describe('after its correction', () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'wiretrace-corrected-'));
      await cp(EXAMPLE, folder, { recursive: true });
      execFileSync('git', ['init', '-q'], { cwd: folder });
      execFileSync('git', ['apply', 'correction.patch'], { cwd: folder });
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('reports nothing', () => {
      const report = check(folder);
      expect(report.findings).toEqual([]);
      expect(events(report)).toEqual(eachEvent('deliverable', ''));
      expect(wiring(report)[0]).toEqual({
        component: 'AgentRegistry',
        setter: 'set_websocket_manager',
        verdicts: everywhere('wired'),
        lostEvents: [],
      });
    });
  });
});
