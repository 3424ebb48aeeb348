import { describe, expect, it } from 'vitest';
import { checked } from './support.ts';

const HEAD = 'from fastapi import FastAPI\n';

function verdicts(files: Readonly<Record<string, string>>): readonly string[] {
  return checked(files).components;
}

describe('a setter that keeps nothing and passes its dependency on', () => {
  const files = (startup: string): Readonly<Record<string, string>> => ({
    'sender.py':
      'socketio = None\ndef set_socketio(sio):\n    global socketio\n    socketio = sio\ndef send(event):\n    socketio.emit(event)\n',
    'files.py':
      'from sender import set_socketio as set_sender_socketio\ndef set_socketio(socketio):\n    set_sender_socketio(socketio)\n',
    'main.py': `${HEAD}import files, sender\napp = FastAPI()\n${startup}\n@app.get("/")\ndef run():\n    sender.send("x")\n`,
  });

  it('is wired where it is called, and what it calls as well', () => {
    expect(verdicts(files('files.set_socketio(object())'))).toEqual([
      'files.set_socketio (socketio): wired',
      'sender.set_socketio (socketio): wired',
    ]);
  });

  it('is unused where nothing calls it', () => {
    expect(verdicts(files('sender.set_socketio(object())'))).toEqual([
      'files.set_socketio (socketio): unused',
      'sender.set_socketio (socketio): wired',
    ]);
  });
});

describe('objects that a factory makes one of', () => {
  const program = (factory: string, startup: string): string =>
    `${HEAD}import os
class Engine:
    def __init__(self):
        self.bus = None
    def init(self, event_bus):
        self.bus = event_bus
    def send(self, event):
        self.bus.emit(event)
class Manager:
    def emit(self, event): print(event)
def create():
${factory}
engine = create()
${startup}
app = FastAPI()
@app.get("/")
def run():
    engine.send("x")
`;

  it.each([
    ['by a condition', '    if os.path.exists("x"):\n        return Engine()\n    return Engine()'],
    [
      'in a handler',
      '    try:\n        return Engine(open("x").name)\n    except Exception:\n        return Engine()',
    ],
  ])('are wired by one call, %s', (_, factory) => {
    expect(verdicts({ 'main.py': program(factory, 'engine.init(Manager())') })).toEqual([
      'Engine.init (bus): wired',
    ]);
  });

  it('are not where the call itself may not run', () => {
    const factory = '    if os.path.exists("x"):\n        return Engine()\n    return Engine()';
    expect(
      verdicts({ 'main.py': program(factory, 'if os.path.exists("y"):\n    engine.init(Manager())') }),
    ).toEqual(['Engine.init (bus): conditional']);
  });
});

describe('a component that is only made sometimes', () => {
  const push = (guard: string, made: string): string =>
    `${HEAD}import os
class Push:
    def __init__(self):
        self.broadcaster = None
    def set_broadcaster(self, broadcaster):
        self.broadcaster = broadcaster
    def notify(self, text):
        if self.broadcaster:
            self.broadcaster(text)
def publish(text): print(text)
others = []
${made}
found = next((each for each in others if isinstance(each, Push)), None)
if ${guard}:
    found.set_broadcaster(publish)
app = FastAPI()
@app.get("/")
def read():
    for each in others: each.notify("x")
`;
  const sometimes = 'if os.path.exists("x"):\n    others.append(Push())';

  it('is wired where the call only asks whether it is there', () => {
    expect(verdicts({ 'main.py': push('found is not None', sometimes) })).toEqual([
      'Push.set_broadcaster (broadcaster): wired',
    ]);
  });

  it('is not where the call asks for something else', () => {
    expect(verdicts({ 'main.py': push('os.path.exists("y")', sometimes) })).toEqual([
      'Push.set_broadcaster (broadcaster): conditional',
    ]);
  });
});

describe('components whose objects nobody sees', () => {
  const PLUGIN = `class Skill:
    def __init__(self):
        self.bus = None
        self.events = EventContainer()
    def bind(self, event_bus):
        self.bus = event_bus
        self.events.set_bus(event_bus)
    def say(self, text):
        self.bus.emit(text)
class EventContainer:
    def __init__(self):
        self.bus = None
    def set_bus(self, event_bus):
        self.bus = event_bus
    def once(self, name):
        self.bus.once(name)
`;
  const main = (call: string): string =>
    `${HEAD}import importlib, os\nimport skill\nclass Bus:\n    def emit(self, text): print(text)\nmodule = importlib.import_module(os.environ["PLUGIN"])\nplugin = module.create_skill()\nskill.Skill, skill.EventContainer\n${call}\napp = FastAPI()\n`;

  it('are wired by the call on what a plug-in made, and by the setter that makes it', () => {
    expect(verdicts({ 'skill.py': PLUGIN, 'main.py': main('plugin.bind(Bus())') })).toEqual([
      'Skill.bind (bus): wired',
      'EventContainer.set_bus (bus): wired',
    ]);
  });

  it('are seen where only the constructor of the plug-in names their module', () => {
    const [skill = '', events = ''] = PLUGIN.split('class EventContainer');
    const files = {
      'events.py': `class EventContainer${events}`,
      'skill.py': `from events import EventContainer\n${skill}`,
      'main.py': main('plugin.bind(Bus())').replace(', skill.EventContainer', ''),
    };
    expect(verdicts(files)).toEqual(['EventContainer.set_bus (bus): wired', 'Skill.bind (bus): wired']);
  });

  it('are unused without it', () => {
    expect(verdicts({ 'skill.py': PLUGIN, 'main.py': main('') })).toEqual([
      'Skill.bind (bus): unused',
      'EventContainer.set_bus (bus): unused',
    ]);
  });
});

describe('a program that ends on one path and stays on another', () => {
  it('serves on the one that stays', () => {
    const program = `import time
notifier = None
def set_notifier(value):
    global notifier
    notifier = value
def send(event):
    notifier.emit(event)
class Notifier:
    def emit(self, event): print(event)
def load():
    if open("x").read() == "bad":
        raise ValueError()
def main():
    try:
        load()
        set_notifier(Notifier())
    except ValueError as error:
        print(error)
    else:
        send("ready")
        while True:
            time.sleep(1)
if __name__ == "__main__":
    main()
`;
    expect(checked(program)).toEqual({ components: ['main.set_notifier (notifier): wired'], findings: [] });
  });

  it('goes on after an event that unseen code sets', () => {
    const program = `import threading
import broker
notifier = None
def set_notifier(value):
    global notifier
    notifier = value
def send(event):
    notifier.emit(event)
class Notifier:
    def emit(self, event): print(event)
ready = threading.Event()
broker.once("open", ready.set)
ready.wait()
set_notifier(Notifier())
send("ready")
threading.Event().wait()
`;
    expect(checked({ 'main.py': `${program}\nif __name__ == "__main__":\n    pass\n` }).components).toEqual([
      'main.set_notifier (notifier): wired',
    ]);
  });
});

describe('a module that is not in the workspace', () => {
  const files = (statement: string): Readonly<Record<string, string>> => ({
    'package/__init__.py': `${statement}\n`,
    'package/parts.py':
      'notifier = None\ndef set_notifier(value):\n    global notifier\n    notifier = value\ndef send(event):\n    notifier.emit(event)\n',
    'main.py': `${HEAD}import package\nfrom package import parts\napp = FastAPI()\nparts.set_notifier(object())\n@app.get("/")\ndef run():\n    parts.send("x")\n`,
  });

  it('is taken to be made later where its absence would end startup', () => {
    expect(verdicts(files('from . import _build_info'))).toEqual([
      'package.parts.set_notifier (notifier): wired',
    ]);
  });
});
