/** Models of web frameworks: what runs at startup, in which order, and what answers requests. */
import { describe, expect, it } from 'vitest';
import { OPEN, attributes, dryRun, variables } from './run-program.ts';

describe('FastAPI', () => {
  it('enters the lifespan up to its yield and serves', () => {
    const { run, requests } = dryRun(
      `
from contextlib import asynccontextmanager
from fastapi import FastAPI, WebSocket
import uvicorn

class Registry: pass
registry = Registry()

@asynccontextmanager
async def lifespan(app):
    app.state.manager = 1
    registry.started = app.state.manager
    yield
    registry.stopped = 1

app = FastAPI(lifespan=lifespan)

@app.on_event("startup")
async def ignored(): registry.ignored = 1

@app.get("/")
async def index(): return {}

@app.websocket("/ws")
async def ws(websocket: WebSocket): await websocket.accept()

v_missing = hasattr(app.state, "manager")
if __name__ == "__main__":
    uvicorn.run(app, port=1)
    registry.after = 1
`,
    );
    expect(run.served).toBe(true);
    expect(attributes(run, 'registry')).toEqual({ started: 1 });
    expect(variables(run)).toEqual({ v_missing: false });
    expect(requests).toEqual(['http main.index', 'websocket main.ws']);
  });

  it('runs startup handlers of included routers and its own, in the order they were registered', () => {
    const { run } = dryRun(
      `
from fastapi import APIRouter, FastAPI
log = []
router = APIRouter()

@router.on_event("startup")
async def first(): log.append(1)

app = FastAPI()
app.include_router(router)

@app.on_event("startup")
def second(): log.append(2)

async def third(): log.append(3)
app.add_event_handler("startup", third)
v_log = log
`,
      'app',
    );
    expect(variables(run, 'main')).toEqual({ v_log: [1, 2, 3] });
  });

  it('enters lifespans of included routers after its own, and never those of mounted applications', () => {
    const { run } = dryRun(
      `
from contextlib import asynccontextmanager
from fastapi import APIRouter, FastAPI
v_log = []

def logging(name):
    @asynccontextmanager
    async def lifespan(app):
        v_log.append(name)
        yield
    return lifespan

router = APIRouter(lifespan=logging("router"))
app = FastAPI(lifespan=logging("app"))
app.include_router(router)
app.mount("/sub", FastAPI(lifespan=logging("sub")))
`,
      'app',
    );
    expect(variables(run, 'main')).toEqual({ v_log: ['app', 'router'] });
  });

  it('makes middleware when serving starts', () => {
    const { run, requests } = dryRun(
      `
from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware
v_log = []

class Timing(BaseHTTPMiddleware):
    def __init__(self, app, unit):
        super().__init__(app)
        v_log.append(unit)
    async def dispatch(self, request, call_next): return await call_next(request)

app = FastAPI()
app.add_middleware(Timing, unit="ms")
`,
      'app',
    );
    expect(variables(run, 'main')).toEqual({ v_log: ['ms'] });
    expect(requests).toEqual(['http main.Timing.dispatch']);
  });

  it('imports an application that is named by text under its own module name', () => {
    const { run } = dryRun({
      'main.py': `
import uvicorn
class Registry: pass
registry = Registry()
from app import app
if __name__ == "__main__":
    uvicorn.run("app:app", reload=True)
`,
      'app.py': `
from fastapi import FastAPI
class Registry: pass
registry = Registry()
app = FastAPI()
@app.on_event("startup")
async def boot(): registry.booted = 1
`,
    });
    expect(attributes(run, 'registry', 'app')).toEqual({ booted: 1 });
  });
});

describe('Flask', () => {
  it('keeps configuration and extensions, registers views and socket events', () => {
    const { run, requests } = dryRun({
      'main.py': `
from flask import Blueprint, Flask, current_app
from flask_socketio import SocketIO

class Registry: pass
registry = Registry()
app = Flask(__name__)
app.config["X"] = 1
app.config.from_object("settings.Production")
v_config = app.config["X"], app.config["MODE"], app.config.get("lower")
socketio = SocketIO(app)
v_extension = app.extensions["socketio"] is socketio
blueprint = Blueprint("b", __name__)

@blueprint.route("/x")
def view(): return ""

app.register_blueprint(blueprint)

@socketio.on("connect")
def connected(): pass

with app.app_context():
    v_current = current_app.config["X"]
if __name__ == "__main__":
    registry.wired = True
    socketio.run(app)
    registry.after = True
`,
      'settings.py': `
class Base:
    MODE = "base"
    lower = 1
class Production(Base):
    pass
`,
    });
    expect(variables(run)).toEqual({ v_config: [1, 'base', null], v_extension: true, v_current: 1 });
    expect(attributes(run, 'registry')).toEqual({ wired: true });
    expect(requests).toEqual(['http main.view', 'event main.connected']);
  });
});

describe('Other servers', () => {
  it('aiohttp runs on_startup and goes on after a site is started', () => {
    const { run, requests } = dryRun(`
import asyncio
from aiohttp import web

class Registry: pass
registry = Registry()

async def init(app): registry.started = app["x"]
async def index(request): return web.json_response({})

async def main():
    app = web.Application()
    app["x"] = 1
    app.on_startup.append(init)
    app.router.add_get("/", index)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "", 80).start()
    registry.after_start = 2
    await asyncio.Event().wait()

asyncio.run(main())
`);
    expect(attributes(run, 'registry')).toEqual({ started: 1, after_start: 2 });
    expect(requests).toEqual(['http main.index']);
  });

  it('websockets serves connections while the block of the server goes on', () => {
    const { run, requests } = dryRun(`
import asyncio, websockets

class Registry: pass
registry = Registry()

async def handler(connection):
    async for message in connection: pass

async def main():
    async with websockets.serve(handler, "localhost", 8765) as server:
        registry.server = server is not None
        await server.serve_forever()
        registry.after = 1

asyncio.run(main())
`);
    expect(attributes(run, 'registry')).toEqual({ server: true });
    expect(requests).toEqual(['websocket main.handler']);
  });

  it('python-socketio lets the application around it start', () => {
    const { run, requests } = dryRun(
      `
import socketio
from fastapi import FastAPI
v_log = []
server = socketio.AsyncServer(async_mode="asgi")
fast = FastAPI()

@fast.on_event("startup")
async def boot(): v_log.append("boot")

@server.event
async def connect(sid, environ): pass

@server.on("message")
async def message(sid, data): pass

app = socketio.ASGIApp(server, fast)
`,
      'app',
    );
    expect(variables(run, 'main')).toEqual({ v_log: ['boot'] });
    expect(requests).toEqual(['event main.connect', 'event main.message']);
  });

  it('tornado registers what a handler defines and serves when the loop starts', () => {
    const { run, requests } = dryRun(`
import tornado.ioloop, tornado.web, tornado.websocket

class Registry: pass
registry = Registry()

class Socket(tornado.websocket.WebSocketHandler):
    def initialize(self, registry): registry.seen = 1
    def on_message(self, message): pass

application = tornado.web.Application([("/ws", Socket, dict(registry=registry))])
application.listen(80)
tornado.ioloop.IOLoop.current().start()
registry.after = 1
`);
    expect(attributes(run, 'registry')).toEqual({ seen: 1 });
    expect(requests).toEqual(['http main.Socket.on_message']);
  });
});

describe('Settings', () => {
  it('come from defaults or the environment', () => {
    const { run } = dryRun(`
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings, SettingsConfigDict
import os

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")
    name: str = "x"

class Item(BaseModel):
    name: str
    tags: list = Field(default_factory=list)

settings = Settings(name="given")
v_given = settings.name
v_open = Settings().name
item = Item.model_validate({"name": "n"})
v_item = item.name, item.tags
v_environment = os.environ.get("SOME_VARIABLE", "default")
`);
    expect(variables(run)).toEqual({
      v_given: 'given',
      v_open: OPEN,
      v_item: ['n', []],
      v_environment: OPEN,
    });
    expect([...run.trace.variables.keys()].sort()).toEqual(['APP_NAME', 'SOME_VARIABLE']);
  });
});

describe('Command lines', () => {
  it('run any of their commands', () => {
    const { run } = dryRun(`
import typer

class Registry: pass
registry = Registry()
cli = typer.Typer()

@cli.command()
def only(port: int = typer.Option(8000)): registry.ran = 1

cli()
`);
    expect(attributes(run, 'registry')).toEqual({ ran: 1 });
  });
});

describe('Django', () => {
  it('makes the configurations of INSTALLED_APPS, calls ready() and registers consumers', () => {
    const { run, requests } = dryRun(
      {
        'main.py': `
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
from django.conf import settings
from django.core.asgi import get_asgi_application
from channels.routing import ProtocolTypeRouter, URLRouter
django_application = get_asgi_application()
from chat.routing import urls
from chat.apps import registry
application = ProtocolTypeRouter({"http": django_application, "websocket": URLRouter(urls)})
v_setting = settings.CUSTOM
`,
        'project/__init__.py': '',
        'project/settings.py': `
INSTALLED_APPS = ["django.contrib.admin", "chat", "other.apps.OtherConfig"]
CUSTOM = 5
`,
        'chat/__init__.py': '',
        'chat/apps.py': `
from django.apps import AppConfig
class Registry: pass
registry = Registry()
class ChatConfig(AppConfig):
    name = "chat"
    def ready(self): registry.chat = self.name
`,
        'chat/consumers.py': `
from channels.generic.websocket import AsyncWebsocketConsumer
class Chat(AsyncWebsocketConsumer):
    async def connect(self): await self.accept()
    async def chat_message(self, event): pass
`,
        'chat/routing.py': `
from django.urls import re_path
from .consumers import Chat
urls = [re_path("ws", Chat.as_asgi())]
`,
        'other/__init__.py': '',
        'other/apps.py': `
from django.apps import AppConfig
class OtherConfig(AppConfig):
    name = "other"
    def ready(self):
        from chat.apps import registry
        registry.other = 1
`,
      },
      'application',
    );
    expect(attributes(run, 'registry', 'chat.apps')).toEqual({ chat: 'chat', other: 1 });
    expect(variables(run, 'main')).toEqual({ v_setting: 5 });
    expect(requests.slice(0, 2)).toEqual([
      'websocket chat.consumers.Chat.connect',
      'websocket chat.consumers.Chat.chat_message',
    ]);
  });
});
