import { describe, expect, it } from 'vitest';
import { application, checked, reported } from './support.ts';

function component(registry: string): readonly string[] {
  return checked(application(registry, '    pass')).components;
}

const EMIT = `
    def emit(self, event):
        if self.websocket_manager:
            self.websocket_manager.send(event)
`;

describe('an injection point is inferred', () => {
  it('from a setter under any name, when its parameter speaks', () => {
    expect(
      component(
        `class AgentRegistry:\n    def __init__(self):\n        self.websocket_manager = None\n    def attach(self, ws_manager):\n        self.websocket_manager = ws_manager\n${EMIT}`,
      ),
    ).toEqual(['AgentRegistry.attach (websocket_manager): never']);
  });

  it('from a setter that guards or converts what it stores', () => {
    expect(
      component(
        `class AgentRegistry:\n    def __init__(self):\n        self.websocket_manager = None\n    def use(self, websocket_manager=None):\n        if websocket_manager is None:\n            raise ValueError()\n        self.websocket_manager = wrap(websocket_manager)\n${EMIT}\ndef wrap(x):\n    return x\n`,
      ),
    ).toEqual(['AgentRegistry.use (websocket_manager): never']);
  });

  it('from the class that its parameter states', () => {
    expect(
      component(
        `from typing import Optional\nclass AgentRegistry:\n    def __init__(self):\n        self.out = None\n    def set_out(self, out: "Optional[WebSocketManager]"):\n        self.out = out\n    def emit(self, event):\n        self.out.send(event)\n`,
      ),
    ).toEqual(['AgentRegistry.set_out (out): never']);
  });

  it('from a class method that sets a class attribute', () => {
    expect(
      component(
        `class AgentRegistry:\n    websocket_manager = None\n    @classmethod\n    def connect(cls, manager):\n        cls.websocket_manager = manager\n${EMIT}`,
      ),
    ).toEqual(['AgentRegistry.connect (websocket_manager): never']);
  });
});

describe('a module function that makes the dependency itself', () => {
  const program = (startup: string, body: string): Readonly<Record<string, string>> => ({
    'deps.py': `_notifier = None\ndef init_notifications(address):\n    global _notifier\n${body}\ndef send(event):\n    _notifier.send(event)\n`,
    'main.py': `from fastapi import FastAPI\nimport deps\napp = FastAPI()\n@app.on_event("startup")\ndef start():\n    ${startup}\n@app.get("/")\ndef run():\n    deps.send("x")\n`,
  });

  it('has to be called', () => {
    expect(checked(program('deps.init_notifications("a")', '    _notifier = object()')).components).toEqual([
      'deps.init_notifications (_notifier): wired',
    ]);
    expect(checked(program('pass', '    _notifier = object()')).components).toEqual([
      'deps.init_notifications (_notifier): never',
    ]);
  });

  it('is none when it gives back what it made', () => {
    expect(checked(program('pass', '    _notifier = object()\n    return _notifier')).components).toEqual([]);
  });
});

describe('no injection point is inferred', () => {
  it.each([
    [
      'where the attribute has a default object',
      'class AgentRegistry:\n    def __init__(self):\n        self.notifier = object()\n    def set_notifier(self, notifier):\n        self.notifier = notifier\n    def emit(self, event):\n        self.notifier.send(event)\n',
    ],
    [
      'where the constructor itself calls the method',
      'class AgentRegistry:\n    def __init__(self, notifier):\n        self._init_notifier(notifier)\n    def _init_notifier(self, notifier):\n        self.notifier = notifier\n    def emit(self, event):\n        self.notifier.send(event)\n',
    ],
    [
      'from a connection that a client opens',
      'class AgentRegistry:\n    def __init__(self):\n        self.websocket = None\n    def connect(self, websocket):\n        self.websocket = websocket\n    def emit(self, event):\n        self.websocket.send(event)\n',
    ],
    [
      'from a text',
      'class AgentRegistry:\n    def __init__(self):\n        self.notifier_address = None\n    def set_notifier_address(self, notifier: str):\n        self.notifier_address = notifier\n    def emit(self, event):\n        print(self.notifier_address.upper())\n',
    ],
  ])('%s', (_, registry) => {
    expect(component(registry)).toEqual([]);
  });

  it('for a module that creates its own when it is first asked', () => {
    const notifications =
      '_notifier = None\ndef get_notifier():\n    global _notifier\n    if _notifier is None:\n        _notifier = object()\n    return _notifier\n';
    expect(
      checked({
        'notifications.py': notifications,
        'main.py':
          'from fastapi import FastAPI\nimport notifications\napp = FastAPI()\n@app.get("/")\ndef run():\n    notifications.get_notifier().send("x")\n',
      }),
    ).toEqual({ components: [], findings: [] });
  });
});

describe('a component is listed, but missing its dependency is no finding', () => {
  it.each([
    [
      'where no name is of the vocabulary',
      'class AgentRegistry:\n    def __init__(self):\n        self.database = None\n    def set_database(self, database):\n        self.database = database\n    def emit(self, event):\n        self.database.store(event)\n',
      'AgentRegistry.set_database (database): never',
    ],
    [
      'where nobody gives anything under that name to anything',
      'class AgentRegistry:\n    def __init__(self):\n        self.notifier = None\n    def emit(self, event):\n        if self.notifier:\n            self.notifier.send(event)\n',
      'AgentRegistry.notifier (notifier): never',
    ],
  ])('%s', (_, registry, listed) => {
    const program = application(registry, '    pass').replace('agent_started', 'anything');
    expect(checked(program)).toEqual({ components: [listed], findings: [] });
  });
});

describe('an attribute that only others of that name are given', () => {
  const OTHERS =
    'class Engine:\n    def __init__(self):\n        self.notifier = None\n    def set_notifier(self, notifier):\n        self.notifier = notifier\n    def emit(self, event):\n        self.notifier.send(event)\nengine = Engine()\nengine.set_notifier(object())\nclass AgentRegistry:\n    def __init__(self):\n        self.notifier = None\n    def emit(self, event):\n        if self.notifier:\n            self.notifier.send(event)\n';

  it('was forgotten', () => {
    expect(reported(application(OTHERS, '    pass'))).toEqual(['never-injected main.py:20']);
  });
});

describe('what is not plain data is handed over under other words', () => {
  it.each([
    [
      'a callback',
      'self.on_done = None',
      'def set_on_done(self, callback)',
      'self.on_done = callback',
      'registry.set_on_done(print)',
    ],
    [
      'an object of a class of the application',
      'self._config = None',
      'def set_config(self, config: Manager)',
      'self._config = config',
      'registry.set_config(Manager())',
    ],
    [
      'something under a verb',
      'self._engine = None',
      'def bind(self, engine)',
      'self._engine = engine',
      'registry.bind(Manager())',
    ],
  ])('%s', (_, none, setter, store, call) => {
    const body = `class AgentRegistry:\n    def __init__(self):\n        ${none}\n    ${setter}:\n        ${store}\n`;
    expect(checked(application(body, `    ${call}`)).components.map((text) => text.split(': ')[1])).toEqual([
      'wired',
    ]);
  });

  it.each([
    ['a setting', 'def set_timeout(self, timeout)', 'timeout'],
    ['a number', 'def set_pool(self, pool: int)', 'pool'],
    ['something private', 'def _set_engine(self, engine)', 'engine'],
  ])('%s is not', (_, setter, name) => {
    const body = `class AgentRegistry:\n    def __init__(self):\n        self.${name} = None\n    ${setter}:\n        self.${name} = ${name}\n    def emit(self, event):\n        self.${name}.run()\n`;
    expect(checked(application(body, '    pass')).components).toEqual([]);
  });
});

describe('a contract is unused', () => {
  it('where the attribute is only looked at', () => {
    expect(
      component(
        'class AgentRegistry:\n    def __init__(self):\n        self.notifier = None\n    def set_notifier(self, notifier):\n        self.notifier = notifier\n    def is_healthy(self):\n        return self.notifier is not None\n    def emit(self, event):\n        print(event, bool(self.notifier))\n',
      ),
    ).toEqual(['AgentRegistry.set_notifier (notifier): unused']);
  });
});
