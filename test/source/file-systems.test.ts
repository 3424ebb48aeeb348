import { describe, expect, it } from 'vitest';
import { excluding } from '../../server/src/source/excluding-file-system.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

const FILES = new MemoryFileSystem({
  'app/main.py': 'x',
  'app/db/migrations/a.py': '',
  'tests/t.py': '',
  'top.py': '',
});

describe('MemoryFileSystem', () => {
  it('has the folders that its files are in', () => {
    expect(FILES.list('')).toEqual(['app', 'tests', 'top.py']);
    expect(FILES.list('app')).toEqual(['db', 'main.py']);
    expect(FILES.isDirectory('app/db')).toBe(true);
    expect(FILES.isDirectory('app/main.py')).toBe(false);
    expect(FILES.exists('app/other.py')).toBe(false);
    expect(FILES.read('app')).toBeUndefined();
  });

  it('walks below a folder, not below one whose name only begins alike', () => {
    const files = new MemoryFileSystem({ 'app/a.py': '', 'app2/b.py': '' });
    expect(files.walk('app')).toEqual(['app/a.py']);
  });
});

describe('excluding', () => {
  it.each([
    [[], ['app/db/migrations/a.py', 'app/main.py', 'tests/t.py', 'top.py']],
    [['tests'], ['app/db/migrations/a.py', 'app/main.py', 'top.py']],
    [['tests/'], ['app/db/migrations/a.py', 'app/main.py', 'top.py']],
    [
      ['**/migrations/**', 'tests/**'],
      ['app/main.py', 'top.py'],
    ],
    [['*.py'], ['app/db/migrations/a.py', 'app/main.py', 'tests/t.py']],
    [['**/*.py'], []],
  ])('%j', (globs, walked) => {
    expect(excluding(FILES, globs).walk('')).toEqual(walked);
  });

  it('still gives a file that is asked for by name', () => {
    const files = excluding(FILES, ['app']);
    expect(files.read('app/main.py')).toBe('x');
    expect(files.exists('app/main.py')).toBe(true);
    expect(files.isDirectory('app')).toBe(true);
    expect(files.list('app')).toEqual(['db', 'main.py']);
  });
});
