import { describe, expect, it } from 'vitest';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';
import { overlaid } from '../../server/src/source/overlay-file-system.ts';

const below = new MemoryFileSystem({ 'app/main.py': 'old', 'app/other.py': 'other' });

describe('texts laid over files', () => {
  const files = overlaid(
    below,
    new Map([
      ['app/main.py', 'new'],
      ['conf/wiretrace.json', '{}'],
    ]),
  );

  it('win over the files below, and leave those as they are', () => {
    expect(files.read('app/main.py')).toBe('new');
    expect(below.read('app/main.py')).toBe('old');
    expect(files.read('app/other.py')).toBe('other');
  });

  it('are there as new files and folders', () => {
    expect(files.list('')).toEqual(['app', 'conf']);
    expect(files.walk('')).toEqual(['app/main.py', 'app/other.py', 'conf/wiretrace.json']);
    expect([files.exists('conf'), files.isDirectory('conf'), files.exists('nowhere')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
