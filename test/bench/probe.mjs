// What the probe costs a suite: the example's suite with and without it, alternating, processor time of all its processes.
// node test/bench/probe.mjs [PAIRS]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const ROOT = resolve(import.meta.dirname, '../..');
const PAIRS = Number(process.argv[2] ?? 10);
const EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];
const python = execFileSync(process.execPath, [join(ROOT, 'scripts/python-environment.mjs')], { encoding: 'utf8' }).trim();
const folder = mkdtempSync(join(tmpdir(), 'wiretrace-bench-'));
const app = join(folder, 'app');
cpSync(join(ROOT, 'examples/chat-backend'), app, { recursive: true });
execFileSync('git', ['apply', 'correction.patch'], { cwd: app });
mkdirSync(join(folder, 'records'));
const registry = join(app, 'app/agents/agent_registry.py');
const lines = readFileSync(registry, 'utf8').split('\n');
const functions = [
  { file: registry, line: lines.findIndex((line) => line.includes('def set_websocket_manager')) + 1 },
];
const classes = [
  { file: registry, name: 'AgentRegistry' },
  { file: join(app, 'app/websocket/manager.py'), name: 'WebSocketManager' },
];
writeFileSync(join(folder, 'plan.json'), JSON.stringify({ root: app, events: EVENTS, functions, classes }));
const PROBE = {
  PYTHONPATH: join(ROOT, 'server/src/suite/probe'),
  WIRETRACE_PLAN: join(folder, 'plan.json'),
  WIRETRACE_RECORDS: join(folder, 'records'),
};

/** Seconds of processor time and of wall-clock time. */
function measured(variables) {
  const command = `${python} tests/mission_critical/test_websocket_agent_events_suite.py -q -p no:cacheprovider >/dev/null; times`;
  const start = performance.now();
  const { stdout } = spawnSync('bash', ['-c', command], { cwd: app, env: { ...process.env, ...variables }, encoding: 'utf8' });
  const wall = (performance.now() - start) / 1000;
  const [, children = ''] = stdout.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return { processor: seconds.reduce((a, b) => a + b, 0), wall };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ratios = { processor: [], wall: [] };
for (let pair = 0; pair <= PAIRS; pair++) {
  const plain = measured({});
  const probed = measured(PROBE);
  // The first pair fills the caches of compiled modules.
  if (pair > 0) for (const key of ['processor', 'wall']) ratios[key].push(probed[key] / plain[key]);
}
for (const [key, values] of Object.entries(ratios))
  console.log(`${key}: with the probe / without, median of ${PAIRS}: ${median(values).toFixed(3)} (${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)})`);
rmSync(folder, { recursive: true, force: true });
