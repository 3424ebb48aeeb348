/** What is an emission and what is not, who counts as reached and wired, and what follows for each event. */
import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../server/src/analysis/report.ts';
import { analyseProgram } from '../micro-suite/support/analysed.ts';
import { reported } from './support.ts';

type Program = string | Readonly<Record<string, string>>;

function eventsOf(program: Program): readonly ReportEvent[] {
  return analyseProgram(typeof program === 'string' ? { 'main.py': program } : program).report.events;
}

/** `agent_started through manager: wired`, of every emitter. */
function emitters(program: Program): readonly string[] {
  return eventsOf(program).flatMap(({ name, emitters: all }) =>
    all.map(({ reached, wired, through }) => {
      const state = reached ? (wired ? 'wired' : 'not wired') : 'not reached';
      return `${name} through ${through}: ${state}`;
    }),
  );
}

function verdicts(program: Program): readonly string[] {
  return eventsOf(program).map(({ name, verdict }) => `${name} ${verdict}`);
}

const PRELUDE = `
import asyncio, json, logging
from dataclasses import dataclass
from enum import Enum
from fastapi import FastAPI, WebSocket
from pydantic import BaseModel
import telemetry

class Manager:
    async def send(self, message): print(message)
    async def notify_user(self, user, event=None, payload=None): print(event)

AGENT_STARTED = "agent_started"
class AgentEvent(str, Enum):
    STARTED = "agent_started"
class Message(BaseModel):
    type: str
@dataclass
class Note:
    event: str
    text: str

logger = logging.getLogger(__name__)
manager = Manager()
app = FastAPI()
`;

/** A program whose one request runs `body`; `before` stands at the top level. */
function request(body: string, before = ''): string {
  const lines = body.split('\n').map((line) => `    ${line}`);
  return `${PRELUDE}${before}\n@app.post("/run")\nasync def run(user: str, phase: str, websocket: WebSocket):\n${lines.join('\n')}\n`;
}

describe('an emission', () => {
  it.each([
    ['a text', 'await manager.send("agent_started")'],
    ['a named argument', 'await manager.notify_user(user, event="agent_started")'],
    ['a constant', 'await manager.send(AGENT_STARTED)'],
    ['a member of an enumeration', 'await manager.send(AgentEvent.STARTED)'],
    ['the value of a member', 'await manager.send(AgentEvent.STARTED.value)'],
    ['a message', 'await manager.send({"type": "agent_started", "user": user})'],
    ['a message under another key', 'await manager.send({"event_type": AgentEvent.STARTED})'],
    ['a message in a message', 'await manager.send({"payload": {"event": "agent_started"}})'],
    ['a message in a local', 'message = {"name": "agent_started"}\nawait manager.send(message)'],
    [
      'a message that is completed',
      'message = {}\nmessage["type"] = "agent_started"\nawait manager.send(message)',
    ],
    ['a message object', 'await manager.send(Message(type="agent_started"))'],
    [
      'a message object as a mapping',
      'message = Message(type="agent_started")\nawait manager.send(message.model_dump())',
    ],
    ['a record', 'await manager.send(Note("agent_started", "hello"))'],
    ['a text made of a message', 'await manager.send(json.dumps({"type": "agent_started"}))'],
    ['a text that is composed', 'what = "started"\nawait manager.send(f"agent_{what}")'],
    ['a pair', 'await manager.send(("agent_started", user))'],
    ['a task', 'asyncio.create_task(manager.send("agent_started"))'],
  ])('is %s', (_, body) => {
    expect(emitters(request(body))).toEqual(['agent_started through manager: wired']);
  });

  it('is in a helper whose body names it', () => {
    const helper =
      'async def notify_agent_started(user):\n    await manager.send({"type": "agent_started"})\n';
    expect(emitters(request('await notify_agent_started(user)', helper))).toEqual([
      'agent_started through manager: wired',
    ]);
  });

  it('is where the name is given, not where it is passed on', () => {
    const helper = 'async def tell(event):\n    await manager.send(event)\n';
    const program = request('await tell("agent_started")', helper);
    const line = program.split('\n').findIndex((text) => text.includes('tell("agent_started")')) + 1;
    expect(eventsOf(program)[0]?.emitters).toEqual([
      { file: 'main.py', line, reached: true, wired: true, through: 'manager' },
    ]);
  });

  it('on a connection itself is kept apart', () => {
    expect(emitters(request('await websocket.send_json({"type": "agent_started"})'))).toEqual([
      'agent_started through raw socket: wired',
    ]);
  });
});

describe('no emission', () => {
  it.each([
    ['a log line', 'logger.info("agent_started")'],
    ['a log record', 'logger.info("x", extra={"event": "agent_started"})'],
    ['a span', 'telemetry.span("agent_started")'],
    ['an event of a span', 'span = telemetry.start()\nspan.add_event("agent_started")'],
    ['a counter', 'telemetry.metrics.send("agent_started")'],
    ['a measurement', 'telemetry.emit_metric("agent_started", 1)'],
    ['a row', 'telemetry.db.push({"type": "agent_started"})'],
    ['a comparison', 'if phase == "agent_started":\n    await manager.send("other")'],
    ['a list of names', 'names = ["agent_started", "agent_completed"]\nawait manager.send(names)'],
    ['a registration', 'telemetry.register_notify_handler("agent_started", run)'],
    ['documentation', '"""Sends agent_started."""\nawait manager.send("other")'],
    ['an exception', 'raise telemetry.SendFailure(event="agent_started")'],
    ['a key', 'await manager.send({"agent_started": 1})'],
  ])('is %s', (_, body) => {
    const program = request(body);
    expect(eventsOf(program)).toEqual([]);
    expect(reported(program)).toEqual([]);
  });

  it('is what an own function only keeps', () => {
    const helper = 'rows = []\ndef keep(event):\n    rows.append(event)\n';
    expect(eventsOf(request('keep("agent_started")', helper))).toEqual([]);
  });

  it('is a test', () => {
    const program = {
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'tests/test_events.py': 'from main import app\ndef test(bus):\n    bus.send("agent_started")\n',
    };
    expect(eventsOf(program)).toEqual([]);
  });
});

const AGENT = (startup: string, guard = 'if self.manager is None:\n            return'): string => `
from fastapi import FastAPI
class Manager:
    async def send(self, event): print(event)
class Registry:
    def __init__(self):
        self.manager = None
    def set_manager(self, websocket_manager):
        self.manager = websocket_manager
    async def emit(self, event):
        ${guard}
        await self.manager.send(event)
class Agent:
    def __init__(self, registry):
        self.registry = registry
    async def run(self):
        await self.registry.emit("agent_started")
    async def never(self):
        await self.registry.emit("agent_thinking")
app = FastAPI()
agent = Agent(Registry())
@app.on_event("startup")
def start():
    ${startup}
@app.post("/run")
async def answer():
    await agent.run()
`;

describe('an emitter', () => {
  it('is wired where what it goes through is there', () => {
    expect(emitters(AGENT('agent.registry.set_manager(Manager())'))).toEqual([
      'agent_started through registry.manager: wired',
      'agent_thinking through registry.manager: not reached',
    ]);
  });

  it.each([
    ['and returns', undefined],
    ['and raises', 'if not self.manager:\n            raise RuntimeError("no manager")'],
    ['and fails', 'pass'],
    [
      'read into a local',
      'manager = getattr(self, "manager", None)\n        if not manager:\n            return',
    ],
  ])('is not wired where it is none: %s', (_, guard) => {
    const program = AGENT('pass', guard);
    expect(emitters(program)[0]).toBe('agent_started through registry.manager: not wired');
    expect(reported(program).map((finding) => finding.split(' ')[0])).toEqual([
      'event-unreachable',
      'never-injected',
    ]);
  });
});

describe('an event', () => {
  it('is deliverable, unwired, unreachable or never emitted', () => {
    expect(verdicts(AGENT('agent.registry.set_manager(Manager())'))).toEqual([
      'agent_started deliverable',
      'agent_thinking unreachable',
      'tool_executing never-emitted',
      'tool_completed never-emitted',
      'agent_completed never-emitted',
    ]);
    expect(verdicts(AGENT('pass'))[0]).toBe('agent_started unwired');
  });

  it('is unwired where one environment lacks what another has', () => {
    const startup =
      'import os\n    if os.environ.get("ENVIRONMENT") == "production":\n        agent.registry.set_manager(Manager())';
    expect(verdicts(AGENT(startup))[0]).toBe('agent_started unwired');
  });

  it('is judged by emitters that tell of the wiring, where there are any', () => {
    const raw =
      'from fastapi import WebSocket\n@app.websocket("/ws")\nasync def chat(websocket: WebSocket):\n    await websocket.send_json({"type": "agent_started"})\n';
    expect(verdicts(AGENT('pass') + raw)[0]).toBe('agent_started unwired');
  });

  it('is found in a file that nothing loads', () => {
    const program = {
      'main.py': AGENT('agent.registry.set_manager(Manager())'),
      'tools.py': 'async def run(registry):\n    await registry.emit("tool_executing")\n',
    };
    expect(eventsOf(program)[2]).toEqual({
      name: 'tool_executing',
      verdict: 'unreachable',
      emitters: [{ file: 'tools.py', line: 2, reached: false, wired: false, through: 'registry' }],
    });
  });

  it('is what the configuration says', () => {
    const program = {
      'main.py': request('await manager.send("order_shipped")'),
      'wiretrace.json': '{ "events": ["order_shipped", "order_paid"] }',
    };
    expect(verdicts(program)).toEqual(['order_shipped deliverable', 'order_paid never-emitted']);
    expect(reported(program)).toEqual(['event-unreachable wiretrace.json:1']);
  });
});

describe('event-unwired', () => {
  const program = (objects: string, use: string): string => `
from fastapi import FastAPI
class Manager:
    async def send(self, event): print(event)
class Base:
    notifier = None
    async def run(self):
        if self.notifier:
            await self.notifier.send("agent_started")
class Real(Base):
    def __init__(self):
        self.notifier = Manager()
app = FastAPI()
${objects}
@app.post("/run")
async def run():
    await ${use}.run()
`;

  it('is about the objects that serve, not about others of the class', () => {
    expect(reported(program('base = Base()\nreal = Real()', 'real'))).toEqual([]);
    expect(reported(program('base = Base()', 'base'))).toEqual(['event-unwired main.py:9']);
  });
});

describe('unbalanced-events', () => {
  const program = (body: string): string =>
    request(body, 'async def finish():\n    await manager.send("agent_completed")\n');
  const checks = (body: string): readonly string[] =>
    reported(program(`await manager.send("agent_started")\n${body}`)).map(
      (finding) => finding.split(' ')[0] ?? '',
    );

  it.each([
    ['an early return', 'if not user:\n    return\nawait manager.send("agent_completed")'],
    [
      'a raise that nothing handles',
      'if not user:\n    raise ValueError()\nawait manager.send("agent_completed")',
    ],
    [
      'a handler that goes on',
      'try:\n    print(user)\n    await manager.send("agent_completed")\nexcept OSError:\n    pass',
    ],
  ])('are reported for %s', (_, body) => {
    expect(checks(body)).toEqual(['unbalanced-events']);
  });

  it.each([
    ['the end in a helper', 'if not user:\n    return await finish()\nawait manager.send("agent_completed")'],
    [
      'the end in a finally block',
      'try:\n    if not user:\n        return\nfinally:\n    await manager.send("agent_completed")',
    ],
    [
      'a failure that is told',
      'try:\n    print(user)\nexcept OSError:\n    await manager.send("agent_error")\n    return\nawait manager.send("agent_completed")',
    ],
    [
      'a handler around what comes after the end',
      'await manager.send("agent_completed")\ntry:\n    print(user)\nexcept OSError:\n    pass',
    ],
    [
      'a loop that is left',
      'for _ in range(3):\n    if user:\n        break\nawait manager.send("agent_completed")',
    ],
    ['an end that another function is for', 'if not user:\n    return\nawait finish()'],
  ])('are not reported for %s', (_, body) => {
    expect(checks(body)).toEqual([]);
  });

  it('are not reported where the beginning depends on a condition', () => {
    const body =
      'if phase:\n    await manager.send("agent_started")\nif not user:\n    return\nawait manager.send("agent_completed")';
    expect(reported(program(body))).toEqual([]);
  });
});
