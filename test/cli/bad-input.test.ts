/** What people really point a checker at: on the real disk, with an analysis that reads every file it can see. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analyze } from '../../server/src/analysis/api.ts';
import { atOnce, noSuites } from '../support/fake-host.ts';
import { runCommandLine } from '../../server/src/cli/run.ts';
import { openFolders } from '../../server/src/platform/folders.ts';
import { openOutput } from '../../server/src/platform/terminal.ts';
import { WIRED_RESULT } from '../support/sample-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Text by path of every file that the analysis could see. */
  readonly files: Readonly<Record<string, string | undefined>>;
  readonly target: string | undefined;
}

function check(workingFolder: string, ...args: readonly string[]): Seen {
  let files: Record<string, string | undefined> = {};
  let target: string | undefined;
  const analyze: Analyze = (request) => {
    const { fileSystem } = request;
    target = request.target;
    files = Object.fromEntries(fileSystem.walk('').map((path) => [path, fileSystem.read(path)]));
    const stats = { ...WIRED_RESULT.report.stats, filesSeen: Object.keys(files).length };
    return { ...WIRED_RESULT, report: { ...WIRED_RESULT.report, stats } };
  };
  const [out, err] = [collector(), collector()];
  const ended = runCommandLine(
    {
      out: openOutput(out.stream, {}),
      err: openOutput(err.stream, {}),
      folders: openFolders(workingFolder),
      analyze,
      fixAll: (request) => ({ applied: [], left: [], texts: new Map(), report: analyze(request).report }),
      callGraph: () => ({}),
      suites: noSuites(),
      models: { python: new Map() },
      clock: () => 0,
      version: '0',
    },
    ['check', ...args],
  );
  return { code: atOnce(ended), out: out.text(), err: err.text(), files, target };
}

function collector() {
  const parts: string[] = [];
  return {
    text: () => parts.join(''),
    stream: { write: (text: string) => parts.push(text), on: () => undefined },
  };
}

describe('wiretrace check', () => {
  it('of a missing root is a usage error', () => {
    expect(check(temporaryFolder(), 'nowhere')).toMatchObject({
      code: 4,
      out: '',
      err: 'wiretrace: there is no file or folder nowhere\n',
    });
  });

  it('of a link to nowhere, or into itself, is a usage error', () => {
    const folder = temporaryFolder();
    symlinkSync('gone', join(folder, 'dangling'));
    symlinkSync('self', join(folder, 'self'));
    expect(check(folder, 'dangling').code).toBe(4);
    expect(check(folder, 'self').code).toBe(4);
  });

  it('of a file starts there, in the project above it', () => {
    const folder = temporaryFolder({ 'shop/pyproject.toml': '', 'shop/app/main.py': 'x = 1' });
    expect(check(folder, 'shop/app/main.py')).toMatchObject({
      code: 0,
      target: 'app/main.py',
      files: { 'app/main.py': 'x = 1', 'pyproject.toml': '' },
    });
  });

  it('of a folder without sources says that nothing was checked', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty'));
    expect(check(folder, 'empty')).toMatchObject({
      code: 0,
      out: 'There are no source files below empty: nothing was checked.\n',
    });
  });

  it('reads empty files, Latin-1, byte order marks, zero bytes and odd names', () => {
    const folder = temporaryFolder({
      'empty.py': '',
      'latin.py': Buffer.from('name = "é"', 'latin1'),
      'declared.py': Buffer.from('# coding: cp1250\nprice = "\x80"', 'latin1'),
      'marked.py': '\ufeffx = 1',
      'zero.py': 'a\u0000b',
      'naïve name.py': 'x',
    });
    expect(check(folder, '.').files).toEqual({
      'declared.py': '# coding: cp1250\nprice = "€"',
      'empty.py': '',
      'latin.py': 'name = "é"',
      'marked.py': 'x = 1',
      'naïve name.py': 'x',
      'zero.py': 'a\u0000b',
    });
  });

  it('walks through loops of links once', () => {
    const folder = temporaryFolder({ 'app/main.py': '' });
    symlinkSync('..', join(folder, 'app', 'up'));
    symlinkSync('app', join(folder, 'also'));
    expect(check(folder, '.')).toMatchObject({ code: 0, files: { 'app/main.py': '' } });
  });

  it('goes around what may not be read', () => {
    const folder = temporaryFolder({ 'app/main.py': 'x', 'locked/secret.py': '' });
    chmodSync(join(folder, 'locked'), 0o000);
    const { code, files } = check(folder, '.');
    chmodSync(join(folder, 'locked'), 0o700);
    expect(code).toBe(0);
    expect(files['app/main.py']).toBe('x');
  });

  it.each([
    ['wiretrace.json', '{\n  "events": [\n}', 'wiretrace.json:3:1: this is not JSON: value expected\n'],
    [
      'wiretrace.json',
      '\ufeff{"event": []}',
      'wiretrace.json:1:2: there is no setting "event"; did you mean "events"?\n',
    ],
    [
      'pyproject.toml',
      '[tool.wiretrace]\nevents = agent',
      'pyproject.toml:2:10: this is not TOML: invalid value\n',
    ],
    [
      'package.json',
      '{"wiretrace": []}',
      'package.json:1:15: the configuration has to be a table of settings, not a list\n',
    ],
  ])('with a broken %s (%j) names the place', (file, text, message) => {
    expect(check(temporaryFolder({ [file]: text }), '.')).toMatchObject({
      code: 3,
      out: '',
      err: `${message}wiretrace: nothing was checked, since the configuration has mistakes\n`,
    });
  });
});
