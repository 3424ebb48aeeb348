/** Startup, serving, and what comes after. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('phases', () => {
  it('serve at the yield of the lifespan', () =>
    check(
      `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      class Manager: pass
      @asynccontextmanager
      async def lifespan(app):
          app.state.manager = Manager()
          yield
          app.state.manager = None
      app = FastAPI(lifespan=lifespan)
      state = app.state`,
      `
      state.manager = Manager(6)
      serve 7`,
      { serve: 'app' },
    ));

  it('serve at each yield of the lifespan', () =>
    check(
      `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      @asynccontextmanager
      async def lifespan(app):
          if input():
              app.state.mode = 'full'
              yield
          else:
              app.state.mode = 'small'
              yield
      app = FastAPI(lifespan=lifespan)
      state = app.state`,
      `
      state.mode = 'full'|'small'
      serve 7
      serve 10`,
      { serve: 'app' },
    ));

  it('serve after a failure that the lifespan swallows', () =>
    check(
      `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      @asynccontextmanager
      async def lifespan(app):
          try:
              connect()
              app.state.ready = True
          except Exception:
              pass
          yield
      app = FastAPI(lifespan=lifespan)
      def connect():
          raise OSError()
      state = app.state
      ready = hasattr(app.state, 'ready')`,
      `
      state.ready = nothing
      raise 13 OSError (8)
      serve 10`,
      { serve: 'app' },
    ));

  it('do not serve where startup raises', () =>
    check(
      `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      @asynccontextmanager
      async def lifespan(app):
          raise RuntimeError('no manager')
          yield
      app = FastAPI(lifespan=lifespan)`,
      `raise 5 RuntimeError (uncaught)`,
      { serve: 'app' },
    ));

  it('run startup handlers in order', () =>
    check(
      `
      from fastapi import FastAPI
      app = FastAPI()
      log = []
      @app.on_event('startup')
      async def first(): log.append('first')
      @app.on_event('startup')
      def second(): log.append('second')
      @app.on_event('shutdown')
      def last(): log.append('last')`,
      `
      log = ['first', 'second']
      serve 2`,
      { serve: 'app' },
    ));

  it('serve where uvicorn runs', () =>
    check(
      `
      import uvicorn
      from fastapi import FastAPI
      app = FastAPI()
      if __name__ == '__main__':
          ready = True
          uvicorn.run(app)
          after = True`,
      `
      ready = True
      after = nothing
      serve 6`,
      { asMain: true },
    ));

  it('call a main function', () =>
    check(
      `
      ran = False
      async def main():
          global ran
          ran = True`,
      `ran = True`,
      { call: 'main' },
    ));

  it('show a background task what was there when it started', () =>
    check(
      `
      import asyncio
      from contextlib import asynccontextmanager
      from fastapi import FastAPI
      class Bus:
          manager = None
      bus = Bus()
      seen = 'not run'
      async def poll():
          global seen
          seen = bus.manager
      @asynccontextmanager
      async def lifespan(app):
          asyncio.create_task(poll())
          bus.manager = 'm'
          yield
      app = FastAPI(lifespan=lifespan)`,
      `
      bus.manager = 'm'
      seen = 'm'|'not run'
      serve 15`,
      { serve: 'app' },
    ));

  it('follows a task that starts itself again no more than twice', () =>
    check(
      `
      import asyncio
      class Monitor:
          def start(self, interval):
              asyncio.create_task(self.watch(interval))
          async def watch(self, interval):
              self.interval = interval
              self.start(interval)
      monitor = Monitor()
      monitor.start(5)
      monitor.start(7)`,
      'monitor.interval = 5|7|absent',
    ));
});
