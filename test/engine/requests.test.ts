/** The request phase: what runs after the serving point, with which arguments, on which heap. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('requests', () => {
  it('are roots on the heap that startup left', () =>
    check(
      `
      from contextlib import asynccontextmanager
      from fastapi import FastAPI, Request, WebSocket
      class Service:
          manager = None
      @asynccontextmanager
      async def lifespan(app):
          app.state.service = Service()
          yield
      app = FastAPI(lifespan=lifespan)
      state = app.state
      @app.get('/')
      async def index(request: Request):
          request.app.state.service.first = request.app.state.service
      @app.websocket('/ws')
      async def connect(websocket: WebSocket, name: str):
          websocket.app.state.service.second = name
          raise ValueError(name)`,
      `
      state.service.first = nothing
      serve 8
      root 11 http: def main.index
      request write 13 Service(7).first = Service(7)
      root 14 websocket: def main.connect
      request write 16 Service(7).second = some
      request raise 17 ValueError (uncaught)`,
      { serve: 'app' },
    ));

  it('get what dependencies give', () =>
    check(
      `
      from typing import Annotated
      from fastapi import Depends, FastAPI, Request
      class Service: pass
      class Session: pass
      def get_service(request: Request):
          return Service()
      async def get_session(service=Depends(get_service)):
          service.session = Session()
          yield service.session
      Known = Annotated[Service, Depends(get_service)]
      app = FastAPI()
      @app.get('/')
      def index(service: Known, session: Session = Depends(get_session), plain: Service = Depends()):
          service.last = session
          plain.last = service`,
      `
      serve 11
      request write 8 Service(6).session = Session(8)
      request write 14 Service(6).last = Session(8)
      request write 15 Service(12).last = Service(6)`,
      { serve: 'app' },
    ));
});
