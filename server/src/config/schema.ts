/**
 * The one schema of Wiretrace's configuration. From it follow the types, the defaults, the validation, the JSON schema,
 * the manifest section and `docs/configuration.md` (`npm run generate`). Must not know where a configuration is read from.
 */
import { CHECK_IDS, SEVERITIES } from './checks.ts';
import type { ObjectShape, ValueOf } from './shape.ts';

const TEXT = { kind: 'text' } as const;
const TEXTS = { kind: 'list', items: TEXT } as const;
const PATH = { kind: 'text', format: 'path' } as const;
const PATHS = { kind: 'list', items: PATH } as const;

const CONTRACT = {
  kind: 'object',
  fields: {
    component: {
      shape: TEXT,
      doc: 'Dotted name of the class or module that needs the dependency.',
      presence: 'required',
      example: 'chat.agents.registry.AgentRegistry',
    },
    setter: {
      shape: TEXT,
      doc: 'The method, module function, attribute or constructor parameter through which the dependency is handed over.',
      presence: 'required',
      example: 'set_websocket_manager',
    },
    dependency: {
      shape: TEXT,
      doc: 'Name of the class, plain or dotted, whose instance is to be handed over.',
      presence: 'required',
      example: 'WebSocketManager',
    },
    legacySetters: {
      shape: TEXTS,
      doc: 'Setters of the same component that look right and wire something else.',
      presence: 'default',
      default: [],
      example: ['set_websocket_bridge'],
    },
  },
} as const satisfies ObjectShape;

const ENVIRONMENTS = {
  kind: 'object',
  fields: {
    variable: {
      shape: TEXT,
      doc: 'The environment variable that tells environments apart.',
      presence: 'required',
      example: 'ENVIRONMENT',
    },
    values: {
      shape: TEXTS,
      doc: 'Its values. Those that the code compares it with and those of `.env*` files are added.',
      presence: 'default',
      default: [],
      example: ['development', 'staging', 'production'],
    },
  },
} as const satisfies ObjectShape;

const SUITE = {
  kind: 'object',
  fields: {
    command: {
      shape: TEXT,
      doc: 'The command that runs the suite, from the root. It is run only when you ask for it, in a trusted workspace.',
      presence: 'required',
      example: 'python tests/mission_critical/test_websocket_agent_events_suite.py',
    },
    name: {
      shape: TEXT,
      doc: 'What the suite is called in reports and in the Testing view. Without it, the file that the command runs.',
      presence: 'optional',
      example: 'critical events',
    },
    folder: {
      shape: PATH,
      doc: 'Working folder of the command. Without it, the root.',
      presence: 'default',
      default: '',
      example: 'backend',
    },
    variables: {
      shape: { kind: 'map', keys: undefined, values: TEXT },
      doc: 'Environment variables for the command, on top of those that are set. Never a place for secrets.',
      presence: 'default',
      default: {},
      example: { LOG_LEVEL: 'warning' },
    },
    timeLimitSeconds: {
      shape: { kind: 'number' },
      doc: 'After this time the suite is ended, with all that it started.',
      presence: 'default',
      default: 300,
      example: 120,
    },
  },
} as const satisfies ObjectShape;

export const CONFIGURATION_SCHEMA = {
  kind: 'object',
  fields: {
    entryPoints: {
      shape: PATHS,
      doc: 'Where startup begins: files, or `FILE:NAME` for one function or application in a file. Without it entry points are looked for.',
      presence: 'default',
      default: [],
      example: ['app/main.py'],
    },
    sourceRoots: {
      shape: PATHS,
      doc: 'Folders that absolute imports start from. Without it they follow from the project files and the packages.',
      presence: 'default',
      default: [],
      example: ['src'],
    },
    exclude: {
      shape: TEXTS,
      doc: 'Globs of files that are not searched, on top of virtual environments, caches, build output and folders with a leading dot. A file that is imported from elsewhere is followed all the same.',
      presence: 'default',
      default: [],
      inEditor: true,
      example: ['**/migrations/**'],
    },
    environments: {
      shape: ENVIRONMENTS,
      doc: 'The environments that startup is run in, each on its own. Without it they follow from the comparisons in the code and from `.env*` files.',
      presence: 'optional',
      example: { variable: 'ENVIRONMENT', values: ['development', 'staging', 'production'] },
    },
    contracts: {
      shape: { kind: 'list', items: CONTRACT },
      doc: 'What has to be wired, on top of what is inferred from the code.',
      presence: 'default',
      default: [],
      example: [
        {
          component: 'chat.agents.registry.AgentRegistry',
          setter: 'set_websocket_manager',
          dependency: 'WebSocketManager',
          legacySetters: ['set_websocket_bridge'],
        },
      ],
    },
    events: {
      shape: TEXTS,
      doc: 'The critical events: each of them has to be emitted by something that serves and that is wired. Without it they are `agent_started`, `agent_thinking`, `tool_executing`, `tool_completed` and `agent_completed`, where the code emits one of them; an event that it never names is not missed.',
      presence: 'default',
      default: [],
      example: ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'],
    },
    vocabulary: {
      shape: TEXTS,
      doc: 'Words that make a name a dependency, as they stand in names: `event bus` is found in `event_bus`, `EventBus` and `set_event_bus`. It takes the place of the default.',
      presence: 'default',
      default: [
        'websocket',
        'ws',
        'socket',
        'socketio',
        'sio',
        'io',
        'wss',
        'bridge',
        'broadcaster',
        'broadcast',
        'event bus',
        'event emitter',
        'emitter',
        'notifier',
        'connection manager',
        'publisher',
        'gateway',
      ],
      inEditor: true,
      example: ['websocket', 'event bus', 'pager'],
    },
    checks: {
      shape: { kind: 'map', keys: CHECK_IDS, values: { kind: 'choice', words: SEVERITIES } },
      doc: 'Severity per check; `off` silences it.',
      presence: 'default',
      default: {},
      inEditor: true,
      example: { 'silent-skip': 'warning' },
    },
    suites: {
      shape: { kind: 'list', items: SUITE },
      doc: 'Test suites that show the events flowing.',
      presence: 'default',
      default: [],
      example: [{ command: 'python tests/mission_critical/test_websocket_agent_events_suite.py' }],
    },
    python: {
      shape: TEXT,
      doc: 'Interpreter that runs the suites, where neither the editor nor a `.venv` of the project gives one. It is started only when you ask for a run, in a trusted workspace.',
      presence: 'optional',
      example: '/usr/bin/python3.12',
    },
    baseline: {
      shape: PATH,
      doc: 'File of findings that are known and not reported again, for adoption in an existing project.',
      presence: 'optional',
      example: 'wiretrace-baseline.json',
    },
  },
} as const satisfies ObjectShape;

/** All settings, defaults filled in. */
export type Settings = ValueOf<typeof CONFIGURATION_SCHEMA>;

export type DeclaredContract = Settings['contracts'][number];
