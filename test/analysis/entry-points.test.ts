import { describe, expect, it } from 'vitest';
import { type Files, startLines, startsOf } from './analysed.ts';

const FASTAPI = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

/** What is there, and what an analysis starts from. */
const FOUND: readonly (readonly [string, Files, readonly string[]])[] = [
  ['a FastAPI application', { 'main.py': FASTAPI }, ['main.py:3 serves main:app']],
  [
    'a lifespan in the same file',
    {
      'main.py':
        'from fastapi import FastAPI\nasync def lifespan(app):\n    yield\nservice = FastAPI(lifespan=lifespan)\n',
    },
    ['main.py:2 serves main:service'],
  ],
  [
    'an application in a package',
    {
      'app/__init__.py': '',
      'app/main.py': 'from app.config import x\n' + FASTAPI,
      'app/config.py': 'x = 1\n',
    },
    ['app/main.py:4 serves app.main:app'],
  ],
  [
    'Starlette, with another name for the class',
    { 'web.py': 'from starlette.applications import Starlette as S\nsite = S()\n' },
    ['web.py:2 serves web:site'],
  ],
  ['Flask', { 'web.py': 'import flask\napp = flask.Flask(__name__)\n' }, ['web.py:2 serves web:app']],
  ['Quart', { 'web.py': 'from quart import Quart\napp = Quart(__name__)\n' }, ['web.py:2 serves web:app']],
  ['Sanic', { 'web.py': 'from sanic import Sanic\napp = Sanic("x")\n' }, ['web.py:2 serves web:app']],
  [
    'an aiohttp application that the program runs',
    { 'web.py': 'from aiohttp import web\napp = web.Application()\nweb.run_app(app)\n' },
    ['web.py:3 runs web'],
  ],
  [
    'an aiohttp application that main() makes',
    {
      'web.py':
        'from aiohttp import web\ndef main():\n    app = web.Application()\n    web.run_app(app)\nif __name__ == "__main__":\n    main()\n',
    },
    ['web.py:5 runs web'],
  ],
  [
    'Socket.IO around an application',
    {
      'web.py':
        'import socketio\nfrom fastapi import FastAPI\napi = FastAPI()\nsio = socketio.AsyncServer()\napp = socketio.ASGIApp(sio, other_asgi_app=api)\n',
    },
    ['web.py:5 serves web:app'],
  ],
  [
    'an application mounted in another one',
    {
      'web.py':
        'from fastapi import FastAPI\ninner = FastAPI()\nouter = FastAPI()\nouter.mount("/in", inner)\n',
    },
    ['web.py:3 serves web:outer'],
  ],
  [
    'middleware around an application',
    {
      'web.py':
        'from fastapi import FastAPI\nfrom sentry_sdk.integrations.asgi import SentryAsgiMiddleware\napi = FastAPI()\napp = SentryAsgiMiddleware(api)\n',
    },
    ['web.py:4 serves web:app'],
  ],
  [
    'Django, ASGI before WSGI',
    {
      'site/asgi.py':
        'from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n',
      'site/wsgi.py':
        'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
    },
    ['site/asgi.py:2 serves asgi:application'],
  ],
  [
    'a subclass of FastAPI from another file',
    {
      'service/__init__.py': '',
      'service/base.py': 'from fastapi import FastAPI\nclass Service(FastAPI):\n    pass\n',
      'service/main.py': 'from service.base import Service\napp = Service()\n',
    },
    ['service/main.py:2 serves service.main:app'],
  ],
  [
    'a factory in another file',
    {
      'main.py': 'from factory import create_app\napp = create_app()\n',
      'factory.py': 'from fastapi import FastAPI\ndef create_app():\n    app = FastAPI()\n    return app\n',
    },
    ['main.py:2 serves main:app'],
  ],
  [
    'an import string of a server',
    {
      'server.py': FASTAPI,
      'main.py': 'import uvicorn\nif __name__ == "__main__":\n    uvicorn.run("server:app")\n',
    },
    ['server.py:3 serves server:app'],
  ],
  [
    'an import string for a factory',
    {
      'server.py': 'from fastapi import FastAPI\ndef create_app():\n    return FastAPI()\n',
      'main.py':
        'import uvicorn\ndef main():\n    uvicorn.run("server:create_app", factory=True)\nif __name__ == "__main__":\n    main()\n',
    },
    ['server.py:2 serves server:create_app()'],
  ],
  [
    'an application that its own file serves and does nothing else',
    { 'main.py': `import uvicorn\n${FASTAPI}if __name__ == "__main__":\n    uvicorn.run(app, port=8000)\n` },
    ['main.py:4 serves main:app'],
  ],
  [
    'a script that wires before it serves',
    {
      'main.py': `import uvicorn\n${FASTAPI}if __name__ == "__main__":\n    app.state.manager = object()\n    uvicorn.run(app)\n`,
    },
    ['main.py:5 runs main'],
  ],
  [
    'an asynchronous server object',
    {
      'main.py': `import asyncio\nimport uvicorn\n${FASTAPI}async def main():\n    server = uvicorn.Server(uvicorn.Config(app))\n    app.state.x = 1\n    await server.serve()\nif __name__ == "__main__":\n    asyncio.run(main())\n`,
    },
    ['main.py:10 runs main'],
  ],
  [
    'one file that imports and serves what another one makes',
    {
      'api.py': FASTAPI,
      'run.py':
        'import uvicorn\nfrom api import app\nif __name__ == "__main__":\n    app.state.x = 1\n    uvicorn.run(app)\n',
    },
    ['run.py:3 runs run'],
  ],
  [
    'a package that is run',
    {
      'service/__init__.py': '',
      'service/__main__.py': 'import uvicorn\nfrom service.web import make\nuvicorn.run(make())\n',
      'service/web.py': 'from fastapi import FastAPI\ndef make():\n    return FastAPI()\n',
    },
    ['service/__main__.py:3 runs service.__main__'],
  ],
  [
    'a factory that nothing calls',
    {
      'service.py':
        'from fastapi import FastAPI\ndef create_app(debug=False):\n    return FastAPI(debug=debug)\n',
    },
    ['service.py:2 serves service:create_app()'],
  ],
  [
    'a method that serves',
    {
      'run.py':
        'import asyncio\nfrom bot import Bot\nasync def main():\n    bot = Bot()\n    await bot.start()\nif __name__ == "__main__":\n    asyncio.run(main())\n',
      'bot.py':
        'import websockets\nclass Bot:\n    async def start(self):\n        await self.listen()\n    async def listen(self):\n        await websockets.serve(None, "", 1)\n',
    },
    ['run.py:6 runs run'],
  ],
  [
    'a launcher beside an application',
    { 'main.py': FASTAPI, 'launcher.py': 'if __name__ == "__main__":\n    while True:\n        pass\n' },
    ['main.py:3 serves main:app'],
  ],
  [
    'an interpreter in the workspace',
    { 'main.py': FASTAPI, 'runtime/lib/python3.12/app.py': FASTAPI },
    ['main.py:3 serves main:app'],
  ],
  [
    'two services',
    { 'orders/main.py': FASTAPI, 'users/main.py': FASTAPI },
    ['orders/main.py:3 serves main:app', 'users/main.py:3 serves main:app'],
  ],
  [
    'a worker beside an application',
    {
      'main.py': FASTAPI,
      'worker.py':
        'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nloop = asyncio.new_event_loop()\nif __name__ == "__main__":\n    loop.create_task(main())\n    loop.run_forever()\n',
    },
    ['main.py:3 serves main:app', 'worker.py:6 runs worker'],
  ],
  [
    'a report beside an application',
    { 'main.py': FASTAPI, 'report.py': 'if __name__ == "__main__":\n    print("report")\n' },
    ['main.py:3 serves main:app'],
  ],
  [
    'nothing but a program',
    { 'main.py': 'def main():\n    print("x")\nif __name__ == "__main__":\n    main()\n' },
    ['main.py:3 runs main'],
  ],
  [
    'tests and examples beside an application',
    {
      'main.py': FASTAPI,
      'tests/test_app.py': FASTAPI,
      'examples/demo.py': FASTAPI,
      'test_main.py': FASTAPI,
    },
    ['main.py:3 serves main:app'],
  ],
  ['nothing but an example', { 'examples/demo.py': FASTAPI }, ['examples/demo.py:3 serves demo:app']],
  ['a library', { 'library/registry.py': 'class Registry:\n    pass\n' }, []],
  ['no Python', { 'README.md': '# x' }, []],
];

describe('entry points that are found', () => {
  it.each(FOUND)('%s', (_title, files, expected) => {
    expect(startLines(files)).toEqual(expected);
  });
});

const APP = {
  'app/__init__.py': '',
  'app/main.py': FASTAPI,
  'app/other.py': 'from fastapi import FastAPI\nweb = FastAPI()\n',
};
const WEB = 'app/other.py:2 serves app.other:web';
const MAIN = 'app/main.py:3 serves app.main:app';

/** A file that says how the application is started, and what comes first then. */
const DEPLOYED: readonly (readonly [string, string, string])[] = [
  ['Procfile', 'web: uvicorn app.other:web --port $PORT\n', WEB],
  ['Procfile', 'web: gunicorn -w 4 -k uvicorn.workers.UvicornWorker app.other:web\n', WEB],
  ['Dockerfile', 'FROM python\nCMD ["uvicorn", "app.other:web", "--host", "0.0.0.0"]\n', WEB],
  ['Dockerfile', 'FROM python\nCMD uvicorn app.other:web --host 0.0.0.0\n', WEB],
  ['Dockerfile', 'FROM python\nENTRYPOINT ["uvicorn"]\nCMD ["app.other:web"]\n', WEB],
  ['Dockerfile', 'FROM python\nCMD ["sh", "-c", "exec python -m uvicorn app.other:web"]\n', WEB],
  ['Dockerfile', 'FROM python\nENV FLASK_APP=app.other:web\nCMD flask run\n', WEB],
  ['Dockerfile', 'FROM python\nCMD ["fastapi", "run", "app/other.py"]\n', WEB],
  ['backend.Dockerfile', 'FROM python\nCMD alembic upgrade head && \\\n    hypercorn app.other:web\n', WEB],
  ['docker-compose.yml', 'services:\n  web:\n    command: daphne app.other:web\n', WEB],
  ['docker-compose.yml', 'services:\n  web:\n    command: ["uvicorn", "app.other:web"]\n', WEB],
  ['docker-compose.yml', 'services:\n  web:\n    command:\n      - uvicorn\n      - app.other:web\n', WEB],
  ['docker-compose.yml', 'services:\n  web:\n    command: >\n      uvicorn\n      app.other:web\n', WEB],
  ['start.sh', '#!/bin/sh\n# uvicorn app.main:app\nuvicorn app.other:web "$@"\n', WEB],
  ['web.service', '[Service]\nExecStart=/opt/venv/bin/uvicorn app.other:web\n', WEB],
  ['Dockerfile', 'FROM python\nCMD ["uvicorn", "missing.module:web"]\n', MAIN],
  ['Dockerfile', '{{{ not a Dockerfile', MAIN],
  ['pyproject.toml', '= not TOML', MAIN],
];

describe('what deployment files start comes first', () => {
  it.each(DEPLOYED)('%s: %s', (file, text, first) => {
    expect(startLines({ ...APP, [file]: text })[0]).toBe(first);
  });

  it('calls the function of a console script that serves', () => {
    const files = {
      'pyproject.toml':
        '[project]\nname = "x"\n[project.scripts]\nserve = "service.cli:main"\ncheck = "service.cli:check"\n',
      'service/__init__.py': '',
      'service/cli.py':
        'import uvicorn\nfrom fastapi import FastAPI\ndef main():\n    app = FastAPI()\n    uvicorn.run(app)\ndef check():\n    print(1)\n',
    };
    expect(startLines(files)).toEqual(['service/cli.py:3 calls service.cli:main()']);
  });

  it('finds the folder that an image was built from', () => {
    const files = {
      'deploy/Dockerfile': 'CMD ["uvicorn", "api.main:app"]\n',
      'backend/api/main.py': FASTAPI,
    };
    const [point] = startsOf(files).points;
    expect(point?.roots).toEqual({ first: ['backend'], further: ['backend/api', ''], module: 'api.main' });
  });
});

describe('entry points that are named', () => {
  const named = { 'wiretrace.json': '{ "entryPoints": ["app/other.py"] }' };

  it('starts from the configuration', () => {
    expect(startLines({ ...APP, ...named })).toEqual([WEB]);
  });

  it('starts from the command line before the configuration', () => {
    expect(startLines({ ...APP, ...named }, { entryPoints: ['app/main.py:app'] })).toEqual([MAIN]);
  });

  it('starts from the file that is looked at', () => {
    expect(startLines({ ...APP, ...named }, { target: 'app/main.py' })).toEqual([MAIN]);
  });

  it('runs a file that is looked at, whatever is in it', () => {
    expect(startLines({ 'tool.py': 'x = 1\n' }, { target: 'tool.py' })).toEqual(['tool.py:1 runs tool']);
  });

  it('calls a function that is named', () => {
    const files = { 'boot.py': 'async def startup():\n    pass\n' };
    expect(startLines(files, { entryPoints: ['boot.py:startup'] })).toEqual([
      'boot.py:1 calls boot:startup()',
    ]);
  });

  it('looks only below a folder', () => {
    const files = { 'a/main.py': FASTAPI, 'b/main.py': FASTAPI };
    expect(startLines(files, { target: 'b' })).toEqual(['b/main.py:3 serves main:app']);
  });

  it('says which entry points are missing and which start nothing', () => {
    const wanted = '{ "entryPoints": ["gone.py", "tools.py", "tools.py:nothing"] }';
    const files = { 'wiretrace.json': wanted, 'tools.py': 'def add(a, b):\n    return a + b\n' };
    const { points, problems } = startsOf(files);
    expect(points).toEqual([]);
    expect(problems).toEqual([
      { kind: 'missing', index: 0, value: 'gone.py' },
      { kind: 'starts-nothing', index: 1, value: 'tools.py' },
      { kind: 'missing', index: 2, value: 'tools.py:nothing' },
    ]);
  });

  it('says that contracts have nothing to start from', () => {
    const contract = '{ "component": "a.A", "setter": "set_x", "dependency": "X" }';
    const files = { 'wiretrace.json': `{ "contracts": [${contract}] }`, 'a.py': 'class A: pass\n' };
    expect(startsOf(files).problems).toEqual([{ kind: 'none-found' }]);
  });
});
