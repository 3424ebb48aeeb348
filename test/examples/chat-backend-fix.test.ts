/** What Wiretrace offers for the chat backend really cures it: applied from the command line, then the real server and a real client. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { callGraph } from '../../server/src/analysis/call-graph.ts';
import { fixAll } from '../../server/src/analysis/fix-all.ts';
import { runCommandLine } from '../../server/src/cli/run.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { openFolders } from '../../server/src/platform/folders.ts';
import { noSuites } from '../support/fake-host.ts';
import { runSuite } from './suite-run.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/chat-backend');
const SUITE = 'tests/mission_critical/test_websocket_agent_events_suite.py';
const NOT_COPIED = new Set(['__pycache__', '.pytest_cache', '.venv']);
const PREPARE_MILLISECONDS = 300_000;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiretrace-fixed-'));
  await cp(EXAMPLE, folder, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function wiretrace(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = (stream: 'out' | 'err') => ({
    write: (text: string) => {
      written[stream] += text;
    },
    ...{ isTerminal: false, hasColors: false, width: 0 },
  });
  const code = await runCommandLine(
    {
      out: output('out'),
      err: output('err'),
      folders: openFolders(folder),
      models: { python: PYTHON_MODELS },
      suites: noSuites(),
      clock: () => performance.now(),
      version: '0',
      ...{ analyze, fixAll, callGraph },
    },
    args,
  );
  return { code, ...written };
}

describe('wiretrace fix on chat-backend', () => {
  it('shows the correction of the incident as a patch, and writes nothing', async () => {
    const { code, out, err } = await wiretrace('fix', '.', '--dry-run');
    expect(out).toBe(
      [
        '--- a/app/smd.py',
        '+++ b/app/smd.py',
        '@@ -120,8 +120,12 @@',
        '         bridge = self.app.state.websocket_bridge',
        '         registry = supervisor.agent_registry',
        '         if registry and bridge:',
        "-            if hasattr(registry, 'set_websocket_bridge'):",
        '-                registry.set_websocket_bridge(bridge)',
        "+            if hasattr(registry, 'set_websocket_manager'):",
        '+                websocket_manager = self.app.state.websocket_manager',
        '+                if websocket_manager is not None:',
        '+                    registry.set_websocket_manager(websocket_manager)',
        '+                else:',
        '+                    raise DeterministicStartupError("AgentRegistry cannot start without its websocket_manager")',
        '                 self.logger.info("AgentRegistry WebSocket integration complete")',
        ' ',
        '     def _phase7_finalize(self) -> None:',
        '',
      ].join('\n'),
    );
    expect(err).toContain('1 finding would be fixed in 1 file, 0 left.');
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'app/smd.py'), 'utf8')).toBe(
      await readFile(join(EXAMPLE, 'app/smd.py'), 'utf8'),
    );
  });

  describe('once it is applied', () => {
    let python = '';
    beforeAll(async () => {
      python = execFileSync(process.execPath, [join(ROOT, 'scripts/python-environment.mjs')], {
        encoding: 'utf8',
      }).trim();
      expect(await wiretrace('fix', '.')).toMatchObject({ code: 0, err: '' });
    }, PREPARE_MILLISECONDS);

    it('leaves nothing to report', async () => {
      const { code, out } = await wiretrace('check', '.', '--format', 'json');
      expect(JSON.parse(out)).toMatchObject({ findings: [] });
      expect(code).toBe(0);
    });

    it.each(['development', 'staging', 'production'])('delivers 5/5 events in %s', async (environment) => {
      const run = await runSuite(python, folder, SUITE, environment);
      expect(run.total, run.output).toBe(`5/5 events found in ${environment}`);
      expect(run.status).toBe(0);
    });
  });
});
