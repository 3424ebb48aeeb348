/** A small analysis result with something of everything, for tests of what reads reports. */
import type { AnalysisResult, TraceNode } from '../../server/src/analysis/api.ts';
import type { Report } from '../../server/src/analysis/report.ts';

export const SAMPLE_FILES = {
  'wiretrace.json': '{}',
  'app/main.py': [
    'from app.registry import AgentRegistry',
    '',
    'async def lifespan(app):',
    '    registry = AgentRegistry()',
    "    if hasattr(registry, 'set_websocket_bridge'):",
    '        registry.set_websocket_bridge(bridge)',
    '    yield',
    '',
  ].join('\n'),
  'app/registry.py': 'class AgentRegistry:\n    def set_websocket_manager(self, manager): ...\n',
} as const;

const EVENTS = ['agent_started', 'agent_completed'];

export const SAMPLE_REPORT: Report = {
  version: 1,
  root: '.',
  entryPoints: [{ file: 'app/main.py', line: 3, kind: 'asgi-lifespan', name: 'lifespan' }],
  environments: ['development', 'staging'],
  components: [
    {
      component: 'AgentRegistry',
      kind: 'class',
      file: 'app/registry.py',
      line: 1,
      injectionPoint: {
        kind: 'setter',
        name: 'set_websocket_manager',
        attribute: 'websocket_manager',
        file: 'app/registry.py',
        line: 2,
      },
      verdict: 'wrong-setter',
      verdicts: { development: 'wired', staging: 'wrong-setter' },
      instances: [{ file: 'app/main.py', line: 4, verdict: 'never' }],
      injections: [
        { file: 'app/main.py', line: 6, phase: 'startup', reached: true, guards: ['hasattr(registry)'] },
      ],
      lostEvents: EVENTS,
    },
  ],
  findings: [
    {
      check: 'legacy-setter',
      severity: 'error',
      message: 'AgentRegistry never gets its WebSocketManager in staging.',
      component: 'AgentRegistry',
      file: 'app/main.py',
      range: { start: { line: 6, column: 9 }, end: { line: 6, column: 38 } },
      environments: ['staging'],
      steps: [
        { file: 'app/main.py', line: 3, kind: 'enter', message: 'lifespan starts', state: '' },
        {
          file: 'app/main.py',
          line: 6,
          kind: 'inject',
          message: 'the bridge is handed over',
          state: 'registry.websocket_manager = None',
        },
      ],
      fixes: [{ title: 'Call set_websocket_manager(manager)', applicability: 'safe' }],
    },
  ],
  events: [
    {
      name: 'agent_started',
      verdict: 'unwired',
      emitters: [
        {
          file: 'app/registry.py',
          line: 2,
          reached: true,
          wired: false,
          through: 'registry.websocket_manager',
        },
      ],
    },
    { name: 'agent_completed', verdict: 'never-emitted', emitters: [] },
  ],
  unresolved: [{ file: 'app/main.py', line: 7, reason: 'the name is computed' }],
  stats: { filesParsed: 2, filesSeen: 3, steps: 40, milliseconds: 120, runs: 2 },
};

const GUARD: TraceNode = {
  kind: 'branch',
  message: "hasattr(registry, 'set_websocket_bridge')",
  file: 'app/main.py',
  line: 5,
  column: 8,
  decided: 'true',
  reason: 'AgentRegistry defines it',
  children: [],
};

const INJECT: TraceNode = {
  kind: 'inject',
  message: 'registry.set_websocket_bridge(bridge)',
  file: 'app/main.py',
  line: 6,
  column: 9,
  state: 'registry.websocket_manager = None',
  children: [],
};

export const SAMPLE_RESULT: AnalysisResult = {
  report: SAMPLE_REPORT,
  fixesFor: ({ fixes }) => fixes.map((fix) => ({ ...fix, kind: 'correction', edits: [] })),
  alternativesFor: () => [],
  trace: {
    runs: ['development', 'staging'].map((environment) => ({
      entryPoint: { file: 'app/main.py', line: 3, kind: 'asgi-lifespan', name: 'lifespan' },
      environment,
      nodes: [
        {
          kind: 'enter',
          message: 'lifespan()',
          file: 'app/main.py',
          line: 3,
          column: 1,
          children: environment === 'staging' ? [GUARD, INJECT] : [GUARD],
        },
      ],
    })),
  },
};

/** The same project with everything wired. */
export const WIRED_RESULT: AnalysisResult = {
  ...SAMPLE_RESULT,
  report: { ...SAMPLE_REPORT, findings: [], components: [], events: [], unresolved: [], environments: [] },
};
