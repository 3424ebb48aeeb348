import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskFileSystem } from '../../server/src/platform/disk-file-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('reading', () => {
  it('gives text, and nothing for what is no file', () => {
    const disk = new DiskFileSystem(temporaryFolder({ 'app/main.py': 'x = 1\n', 'empty.py': '' }));
    expect(disk.read('app/main.py')).toBe('x = 1\n');
    expect(disk.read('empty.py')).toBe('');
    expect(disk.read('app')).toBeUndefined();
    expect(disk.read('app/main.py/x')).toBeUndefined();
    expect(disk.read('missing.py')).toBeUndefined();
    expect(disk.read('bad\u0000name.py')).toBeUndefined();
    expect(disk.exists('app')).toBe(true);
    expect(disk.isDirectory('app')).toBe(true);
    expect(disk.isDirectory('empty.py')).toBe(false);
    expect(disk.list('')).toEqual(['app', 'empty.py']);
    expect(disk.list('empty.py')).toEqual([]);
  });

  it('is empty where the root is missing', () => {
    const disk = new DiskFileSystem(join(temporaryFolder(), 'missing'));
    expect(disk.walk('')).toEqual([]);
    expect(disk.list('')).toEqual([]);
    expect(disk.read('a.py')).toBeUndefined();
  });

  it('never leaves the root: neither by dots, nor by a link to a file or folder outside', () => {
    const outside = temporaryFolder({ 'secret.py': 'secret' });
    const root = temporaryFolder({ 'inside.py': '' });
    symlinkSync(join(outside, 'secret.py'), join(root, 'link.py'));
    symlinkSync(outside, join(root, 'linked'));
    const disk = new DiskFileSystem(root);
    const name = outside.slice(outside.lastIndexOf('/') + 1);
    for (const path of [
      `../${name}/secret.py`,
      `a/../../${name}/secret.py`,
      `${outside}/secret.py`,
      'link.py',
      'linked/secret.py',
    ]) {
      expect(disk.read(path), path).toBeUndefined();
      expect(disk.exists(path), path).toBe(false);
    }
    expect(disk.walk('')).toEqual(['inside.py']);
  });

  it('does not wait for a pipe', () => {
    const root = temporaryFolder();
    execFileSync('mkfifo', [join(root, 'pipe.py')]);
    const disk = new DiskFileSystem(root);
    expect(disk.read('pipe.py')).toBeUndefined();
    expect(disk.walk('')).toEqual([]);
  });
});

describe('walking', () => {
  it('passes over what nobody wrote for this application', () => {
    const root = temporaryFolder({
      'app/main.py': '',
      'app/build/__init__.py': '',
      'app/build/steps.py': '',
      'build/lib/main.py': '',
      'dist/bundle.js': '',
      'node_modules/x/index.js': '',
      'app/__pycache__/main.pyc': '',
      '.git/config': '',
      '.tox/x.py': '',
      'env/pyvenv.cfg': '',
      'env/lib/python3/site.py': '',
      'x.egg-info/top_level.txt': '',
      '.env': '',
      '.env.staging': '',
    });
    expect(new DiskFileSystem(root).walk('')).toEqual([
      '.env',
      '.env.staging',
      'app/build/__init__.py',
      'app/build/steps.py',
      'app/main.py',
    ]);
  });

  it('walks a folder that was asked for by name, and a file', () => {
    const root = temporaryFolder({ 'app/main.py': '', 'other/x.py': '' });
    const disk = new DiskFileSystem(root);
    expect(disk.walk('app')).toEqual(['app/main.py']);
    expect(disk.walk('app/main.py')).toEqual(['app/main.py']);
    expect(disk.walk('missing')).toEqual([]);
  });

  it('cuts loops of links, and walks a folder once under its own name', () => {
    const root = temporaryFolder({ 'z/real/a.py': '' });
    symlinkSync('z/real', join(root, 'alias'));
    symlinkSync('..', join(root, 'z/real/up'));
    symlinkSync('self', join(root, 'self'));
    symlinkSync('nowhere', join(root, 'dangling.py'));
    symlinkSync('z/real/a.py', join(root, 'b.py'));
    mkdirSync(join(root, 'm'));
    symlinkSync('../m', join(root, 'm', 'again'));
    writeFileSync(join(root, 'm', 'm.py'), '');
    expect(new DiskFileSystem(root).walk('')).toEqual(['b.py', 'm/m.py', 'z/real/a.py']);
    expect(new DiskFileSystem(root).read('alias/a.py')).toBe('');
  });
});
