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
      root 14 websocket: def main.connect
      request write 16 Service(7).second = some
      request raise 17 ValueError (uncaught)
      root 11 http: def main.index
      request write 13 Service(7).first = Service(7)`,
      { serve: 'app' },
    ));

  it('get what dependencies give, which run once', () =>
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

  it('end where what they depend on fails', () =>
    check(
      `
      from fastapi import Depends, FastAPI, HTTPException
      class Service: pass
      service = Service()
      def get_user():
          raise HTTPException(401)
      app = FastAPI()
      @app.get('/')
      def index(user=Depends(get_user)):
          service.user = user`,
      `
      serve 6
      root 7 http: def main.index
      request raise 5 HTTPException (uncaught)`,
      { serve: 'app' },
    ));

  it('may see what another one stored', () =>
    check(
      `
      from fastapi import FastAPI
      app = FastAPI()
      class Holder:
          manager = None
      holder = Holder()
      holder.manager = None
      @app.post('/connect')
      def connect():
          holder.manager = Holder()
      @app.post('/send')
      def send():
          holder.seen = holder.manager`,
      `
      holder.manager = None
      serve 2
      request write 9 Holder(5).manager = Holder(9)
      request write 12 Holder(5).seen = Holder(9)|None`,
      { serve: 'app' },
    ));

  it('run what they start in the background', () =>
    check(
      `
      import asyncio
      from fastapi import BackgroundTasks, FastAPI
      app = FastAPI()
      class Job: pass
      job = Job()
      async def work():
          job.worked = True
      def report(text):
          job.reported = text
      @app.get('/')
      async def index(tasks: BackgroundTasks):
          tasks.add_task(report, 'done')
          asyncio.create_task(work())`,
      `
      serve 3
      request write 9 Job(5).reported = 'done'
      request write 7 Job(5).worked = True`,
      { serve: 'app' },
    ));

  it('come to the routers that the served application includes', () =>
    check(
      `
      from fastapi import APIRouter, FastAPI
      included, nested, left_out, mounted = APIRouter(), APIRouter(), APIRouter(), FastAPI()
      @included.get('/a')
      def a(): pass
      @nested.get('/b')
      def b(): pass
      @left_out.get('/c')
      def c(): pass
      @mounted.get('/d')
      def d(): pass
      other = FastAPI()
      @other.get('/e')
      def e(): pass
      app = FastAPI()
      included.include_router(nested)
      app.include_router(included)
      app.mount('/sub', mounted)`,
      `
      serve 14
      root 3 http: def main.a
      root 5 http: def main.b
      root 9 http: def main.d`,
      { serve: 'app' },
    ));

  it('come to every router where one that is included is not known', () =>
    check(
      `
      from flask import Blueprint, Flask
      from plugins import load
      first = Blueprint('first', __name__)
      @first.route('/a')
      def a(): pass
      app = Flask(__name__)
      app.register_blueprint(load())`,
      `
      serve 6
      root 4 http: def main.a`,
      { serve: 'app' },
    ));

  it('come to the blueprints of a Flask application', () =>
    check(
      `
      from flask import Blueprint, Flask
      used, unused = Blueprint('used', __name__), Blueprint('unused', __name__)
      @used.route('/a')
      def a(): pass
      @unused.route('/b')
      def b(): pass
      app = Flask(__name__)
      app.register_blueprint(used)`,
      `
      serve 7
      root 3 http: def main.a`,
      { serve: 'app' },
    ));

  it('are followed as far as the work goes, and it is said where that ends', () =>
    check(
      `
      from fastapi import FastAPI
      app = FastAPI()
      class Job: pass
      job = Job()
      @app.get('/a')
      def a():
          job.a = 1
      @app.get('/b')
      def b():
          job.b = 2`,
      `
      serve 2
      request write 7 Job(4).a = 1
      limit 1 of 2 handlers of requests and events were not followed`,
      { serve: 'app', limits: { requestsWork: 1 } },
    ));
});
