import { describe, expect, it } from 'vitest';
import { referencesOf, referencesOfWords, simpleCommands } from '../../server/src/analysis/commands.ts';

const APPLICATION = {
  kind: 'application',
  module: 'pkg.mod',
  name: 'app',
  factory: false,
  folder: undefined,
};

/** A command line, and what it starts. */
const COMMANDS: readonly (readonly [string, readonly object[]])[] = [
  ['uvicorn pkg.mod:app', [APPLICATION]],
  ['uvicorn --host 0.0.0.0 --port 80 pkg.mod:app --reload', [APPLICATION]],
  ['/opt/venv/bin/python3.12 -u -m uvicorn pkg.mod:app', [APPLICATION]],
  ['PORT=80 LOG="a b" exec poetry run uvicorn pkg.mod:app', [APPLICATION]],
  ['uv run hypercorn pkg.mod:app', [APPLICATION]],
  ['gunicorn -b unix:/tmp/x.sock -k uvicorn.workers.UvicornWorker pkg.mod:app', [APPLICATION]],
  ['gunicorn "pkg.mod:app()"', [{ ...APPLICATION, factory: true }]],
  ['uvicorn pkg.mod:app --factory', [{ ...APPLICATION, factory: true }]],
  ['uvicorn --app-dir src pkg.mod:app', [{ ...APPLICATION, folder: 'src' }]],
  ['gunicorn --chdir=backend pkg.mod:app', [{ ...APPLICATION, folder: 'backend' }]],
  ['cd backend && uvicorn pkg.mod:app', [{ ...APPLICATION, folder: 'backend' }]],
  ['flask --app pkg.mod:app run --port 80', [APPLICATION]],
  ['flask run', [{ ...APPLICATION, module: 'app', name: undefined }]],
  ['fastapi run pkg/mod.py', [{ kind: 'file', path: 'pkg/mod.py', served: true, folder: undefined }]],
  ['python -m pkg', [{ kind: 'module', module: 'pkg', folder: undefined }]],
  ['python run.py --fast', [{ kind: 'file', path: 'run.py', served: false, folder: undefined }]],
  [
    'python migrate.py; uvicorn pkg.mod:app',
    [{ kind: 'file', path: 'migrate.py', served: false, folder: undefined }, APPLICATION],
  ],
  ['python -c "import x"', []],
  ['celery -A pkg.mod worker', []],
  ['npm run start', []],
  ['uvicorn', []],
  ['', []],
  ['"unclosed', []],
];

describe('commands', () => {
  it.each(COMMANDS)('%s', (command, expected) => {
    expect(referencesOf(command)).toEqual(expected);
  });

  it('reads the shell of a list of words', () => {
    expect(referencesOfWords(['/bin/sh', '-c', 'exec uvicorn pkg.mod:app'])).toEqual([APPLICATION]);
  });

  it('takes the application from the variables around it', () => {
    const variables = new Map([['FLASK_APP', 'pkg.mod:app']]);
    expect(referencesOf('flask run', variables)).toEqual([APPLICATION]);
  });

  it('splits lines as a shell does', () => {
    expect(simpleCommands('A=1 a "b c" && d \'e f\' | g; h\\ i')).toEqual([
      ['a', 'b c'],
      ['d', 'e f'],
      ['g'],
      ['h i'],
    ]);
  });
});
