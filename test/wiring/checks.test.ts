import { describe, expect, it } from 'vitest';
import { application, checked, reported } from './support.ts';

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

describe('a wired component is silent', () => {
  it.each([
    [
      'when a lazy guard finds it set',
      '    if registry.websocket_manager is None:\n        registry.set_websocket_manager(Manager())\n    if registry.websocket_manager is None:\n        registry.set_websocket_manager(Manager())',
    ],
    [
      'when both branches inject',
      '    import os\n    if os.path.exists("x"):\n        registry.set_websocket_manager(Manager())\n    else:\n        registry.set_websocket_manager(Manager())',
    ],
    [
      'when the other branch raises',
      '    import os\n    if not os.path.exists("x"):\n        raise RuntimeError()\n    registry.set_websocket_manager(Manager())',
    ],
    [
      'when none is replaced later',
      '    registry.set_websocket_manager(None)\n    registry.set_websocket_manager(Manager())',
    ],
  ])('%s', (_, startup) => {
    expect(checked(application(REGISTRY, startup))).toEqual({
      components: ['AgentRegistry.set_websocket_manager (websocket_manager): wired'],
      findings: [],
    });
  });
});

describe('startup that never serves', () => {
  it('is never wired, and finds nothing missing', () => {
    expect(checked(application(REGISTRY, '    raise RuntimeError()'))).toEqual({
      components: ['AgentRegistry.set_websocket_manager (websocket_manager): unresolved'],
      findings: [],
    });
  });
});

describe('a component that something unseen gets hold of', () => {
  it.each([
    ['an unknown library', '    import outside\n    outside.configure(registry)'],
    ['a computed name', '    import os\n    setattr(registry, os.environ["NAME"], Manager())'],
  ])('is unresolved: %s', (_, startup) => {
    expect(checked(application(REGISTRY, startup))).toEqual({
      components: ['AgentRegistry.set_websocket_manager (websocket_manager): unresolved'],
      findings: [],
    });
  });
});

describe('startup that ends in an exception', () => {
  it('still shows an injection that it passed over for good', () => {
    const startup =
      '    app.ready = False\n    if hasattr(app, "never_there"):\n        registry.set_websocket_manager(Manager())\n    raise RuntimeError()';
    const registry = REGISTRY.replace(
      'class AgentRegistry:',
      'class Holder:\n    pass\nclass AgentRegistry:',
    );
    const program = application(registry, startup)
      .replaceAll('hasattr(app,', 'hasattr(holder,')
      .replace('    app.ready', '    holder = Holder()\n    app.ready');
    expect(reported(program)).toEqual(['dead-injection main.py:21']);
  });
});

describe('a handler that an unseen library was given', () => {
  it('counts as code that requests run', () => {
    const handler = '@outside.on("connect")\ndef connect():\n    registry.set_websocket_manager(Manager())\n';
    const program = `import outside\n${application(REGISTRY, '    pass')}${handler}`;
    expect(checked(program).components).toEqual([
      'AgentRegistry.set_websocket_manager (websocket_manager): request-only',
    ]);
  });
});

describe('a declared component that no run loads', () => {
  it('is not taken for one that does not exist', () => {
    const contract = (component: string): string =>
      JSON.stringify({ contracts: [{ component, setter: 'set_websocket_manager', dependency: 'Manager' }] });
    const files = {
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'registry.py': `${REGISTRY}\n`,
    };
    expect(reported({ ...files, 'wiretrace.json': contract('registry.AgentRegistry') })).toEqual([]);
    expect(reported({ ...files, 'wiretrace.json': contract('registry.AgentRegistr') })).toEqual([
      'invalid-contract wiretrace.json:1',
    ]);
  });
});

/** The supervisor lost the attribute that led to the registry, so that startup has no registry at all. */
const LOST_PATH = {
  'registry.py':
    'class AgentRegistry:\n    def __init__(self):\n        self.websocket_bridge = None\n    def set_websocket_bridge(self, bridge):\n        self.websocket_bridge = bridge\n    def emit(self, event):\n        self.websocket_bridge.send(event)\n',
  'main.py': `from fastapi import FastAPI
import registry as registries
class Supervisor:
    pass
app = FastAPI()
@app.on_event("startup")
def start():
    supervisor = Supervisor()
    registry = None
    if hasattr(supervisor, "agent_registry"):
        registry = supervisor.agent_registry
    elif hasattr(supervisor, "registry"):
        registry = supervisor.registry
    if registry:
        registry.set_websocket_bridge(object())
    app.state.supervisor = supervisor
@app.get("/run")
def run():
    app.state.supervisor.registry.emit("agent_started")
`,
};

describe('dead-injection without a component', () => {
  it('follows the reason back over the conditions that left the name none', () => {
    expect(checked(LOST_PATH).findings).toEqual([
      'dead-injection main.py:15 AgentRegistry never receives its `websocket_bridge`: this call never runs, because `registry` is false (main.py:14). Lost: agent_started. Supervisor (main.py:3) has neither `agent_registry` nor `registry`.',
    ]);
  });

  it('is silent where the path is not broken but switched off', () => {
    const main = LOST_PATH['main.py'].replace(
      / {4}if hasattr[\s\S]*?supervisor\.registry\n/,
      '    ENABLED = False\n    if ENABLED:\n        registry = supervisor.registry\n',
    );
    expect(checked({ ...LOST_PATH, 'main.py': main }).findings).toEqual([]);
  });

  it('is silent where nothing calls the function', () => {
    const main = LOST_PATH['main.py'].replace('@app.on_event("startup")\n', '');
    expect(checked({ ...LOST_PATH, 'main.py': main }).findings).toEqual([
      'never-provided main.py:18 Nothing provides `supervisor` of `app.state`, which is read here: whatever comes here fails.',
    ]);
  });
});

describe('comments', () => {
  const startup = '    pass';
  const program = application(REGISTRY, startup);

  it('silence a check on their line', () => {
    expect(reported(program)).toEqual(['never-injected main.py:13']);
    expect(
      reported(
        program.replace(
          'registry = AgentRegistry()',
          'registry = AgentRegistry()  # wiretrace: ignore[never-injected] no events here',
        ),
      ),
    ).toEqual([]);
  });

  it('silence it in the statement below', () => {
    expect(
      reported(
        program.replace(
          'registry = AgentRegistry()',
          '# wiretrace: ignore[never-injected] no events here\nif app:\n    print("x")\n    registry = AgentRegistry()',
        ),
      ),
    ).toEqual([]);
  });

  it('silence it in a file, above the first statement only', () => {
    expect(reported(`# wiretrace: ignore-file[never-injected] a demo\n${program}`)).toEqual([]);
    expect(reported(`${program}# wiretrace: ignore-file[never-injected] a demo\n`)).toEqual([
      'never-injected main.py:13',
      'unused-ignore main.py:20',
    ]);
  });

  it('are reported where they silence nothing', () => {
    expect(
      reported(
        program.replace(
          'registry = AgentRegistry()',
          'registry = AgentRegistry()  # wiretrace: ignore[never-injected, silent-skip] x',
        ),
      ),
    ).toEqual(['unused-ignore main.py:13']);
  });
});

describe('severities', () => {
  it("are the configuration's", () => {
    const files = {
      'main.py': application(REGISTRY, '    pass'),
      'wiretrace.json': '{ "checks": { "never-injected": "off" } }',
    };
    expect(reported(files)).toEqual([]);
  });
});
