/** The built command line as its users have it: one file, a real process, real pipes. `npm test` builds it first. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BUNDLE = join(REPOSITORY, 'dist/wiretrace.cjs');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function wiretrace(workingFolder: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...args], {
    cwd: workingFolder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  if (!existsSync(BUNDLE)) throw new Error('dist/wiretrace.cjs is missing; npm run build makes it');
});

describe('the bundle', () => {
  it('needs nothing beside Node', () => {
    const text = readFileSync(BUNDLE, 'utf8');
    const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) =>
      name.replace(/^node:/, ''),
    );
    expect(required.filter((name) => !builtinModules.includes(name))).toEqual([]);
    const alone = join(temporaryFolder(), 'wiretrace.cjs');
    copyFileSync(BUNDLE, alone);
    const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(execFileSync(process.execPath, [alone, '--version'], { encoding: 'utf8' })).toBe(`${version}\n`);
  });

  it('tells the shell what went wrong', () => {
    const folder = temporaryFolder({ 'broken/wiretrace.json': '{"event": []}' });
    expect(wiretrace(folder, 'check', 'nowhere')).toEqual({
      status: 4,
      stdout: '',
      stderr: 'wiretrace: there is no file or folder nowhere\n',
    });
    expect(wiretrace(folder, 'check', 'broken')).toMatchObject({ status: 3, stdout: '' });
    expect(wiretrace(folder)).toMatchObject({ status: 4, stdout: '' });
  });

  it('writes a whole report into a pipe, and nothing else', () => {
    const { status, stdout, stderr } = wiretrace(
      REPOSITORY,
      'check',
      'examples/chat-backend',
      '--format',
      'json',
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, root: 'examples/chat-backend' });
  });

  it('has no colours in a pipe', () => {
    const { stdout } = wiretrace(REPOSITORY, 'check', 'examples/chat-backend');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^Found .* \(\d+ of \d+ files parsed, .*\d\.\d\d s\)$/,
    );
  });

  it('prints what the README shows of it; if it does not, put the new output there', () => {
    const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
    const [, shown = ''] = /^```text\n(.*?)^```$/ms.exec(readme) ?? [];
    const { stdout } = wiretrace(REPOSITORY, 'check', 'examples/chat-backend');
    expect(shown).not.toBe('');
    expect(stdout.slice(0, shown.length)).toBe(shown);
  });

  it('keeps its exit code when the reader goes away', async () => {
    const child = spawn(process.execPath, [BUNDLE, 'trace', 'examples/chat-backend'], { cwd: REPOSITORY });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });
});
