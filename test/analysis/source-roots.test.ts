import { describe, expect, it } from 'vitest';
import { analysed, type Files, startsOf } from './analysed.ts';

const APP = 'from fastapi import FastAPI\napp = FastAPI()\n';

/** Files, and the folders that modules are looked for in. */
const ROOTS: readonly (readonly [string, Files, readonly string[], string])[] = [
  ['no imports: beside the file', { 'backend/main.py': APP }, ['backend'], 'main'],
  ['no imports: above the package', { 'app/__init__.py': '', 'app/main.py': APP }, [''], 'app.main'],
  [
    'imports from the root, without packages',
    { 'app/main.py': `from app.core.config import x\n${APP}`, 'app/core/config.py': 'x = 1\n' },
    [''],
    'app.main',
  ],
  [
    'imports from the own folder',
    { 'app/main.py': `from config import x\n${APP}`, 'app/config.py': 'x = 1\n' },
    ['app'],
    'main',
  ],
  [
    'a source folder',
    {
      'src/service/__init__.py': '',
      'src/service/main.py': `from service.config import x\n${APP}`,
      'src/service/config.py': 'x = 1\n',
    },
    ['src'],
    'service.main',
  ],
  [
    'a file beside the entry file tells more',
    {
      'backend/app/main.py': `from .api import router\n${APP}`,
      'backend/app/api.py': 'from app.config import x\nrouter = x\n',
      'backend/app/config.py': 'x = 1\n',
    },
    ['backend'],
    'app.main',
  ],
  [
    'a module that is named like its package',
    { 'ui/__init__.py': '', 'ui/ui.py': `from . import log\nimport ui\n${APP}`, 'ui/log.py': '' },
    [''],
    'ui.ui',
  ],
  [
    'a monorepo: most imports decide',
    {
      'backend/app/__init__.py': '',
      'backend/__init__.py': '',
      'backend/app/main.py': `from shared.log import x\nfrom backend.app.config import y\n${APP}`,
      'backend/app/config.py': 'y = 1\n',
      'shared/log.py': 'x = 1\n',
    },
    [''],
    'backend.app.main',
  ],
  [
    'folders named like libraries tell nothing',
    {
      'redis/Dockerfile': 'FROM redis',
      'logging/config.yaml': '',
      'service/main.py': `import redis\nimport logging\nfrom config import x\n${APP}`,
      'service/config.py': 'x = 1\n',
    },
    ['service'],
    'main',
  ],
  [
    'the configuration decides',
    { 'wiretrace.json': '{ "sourceRoots": ["src", "lib"] }', 'src/lib/main.py': APP },
    ['src', 'lib'],
    'lib.main',
  ],
];

describe('source roots', () => {
  it.each(ROOTS)('%s', (_title, files, first, module) => {
    const [point] = startsOf(files).points;
    expect(point?.roots.first).toEqual(first);
    expect(point?.entry.module).toBe(module);
  });
});

describe('modules of a run', () => {
  const files = {
    'wiretrace.json': '{ "entryPoints": ["service/main.py"] }',
    'service/__init__.py': '',
    'service/config.py': 'x = 1\n',
  };
  const unresolved = (main: string, more: Files = {}) =>
    analysed({ ...files, 'service/main.py': main + APP, ...more }).report.unresolved;

  it('says that a module of the workspace is missing', () => {
    expect(unresolved('from service.gone import x\n')).toEqual([
      {
        file: 'service/main.py',
        line: 1,
        reason: 'service.gone cannot be imported: the workspace has no such module or name',
      },
    ]);
  });

  it('takes an unknown library for a library', () => {
    expect(unresolved('import redis\nredis.Redis()\n', { 'redis/redis.conf': '' })).toEqual([]);
  });

  it('does not take a folder of scripts for a library that the project needs', () => {
    const more = { 'requirements.txt': 'redis>=5\n', 'redis/tools/load.py': 'x = 1\n' };
    expect(unresolved('import redis\nredis.Redis()\n', more)).toEqual([]);
  });

  it('finds whole names in the folders around the entry file', () => {
    const more = { 'service/helpers/text.py': 'y = 1\n' };
    expect(unresolved('from service.config import x\nfrom helpers.text import y\n', more)).toEqual([]);
  });

  it('takes a module beside the entry file before a folder of scripts of its name', () => {
    const more = { 'service/helpers.py': 'y = 1\n', 'helpers/load.py': '' };
    expect(unresolved('from service.config import x\nfrom helpers import y\n', more)).toEqual([]);
  });

  it('follows imports of modules in folders without a file', () => {
    const more = { 'space/second.py': 'z = 1\n' };
    expect(
      unresolved(
        'from service.config import x\nfrom space.second import z\nfrom space import second\nsecond.z\n',
        more,
      ),
    ).toEqual([]);
  });
});
