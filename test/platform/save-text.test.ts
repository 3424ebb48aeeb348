import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../server/src/platform/decode-text.ts';
import { saveText } from '../../server/src/platform/save-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function saved(
  bytes: Buffer,
  change: (text: string) => string,
): { reason: string | undefined; bytes: Buffer } {
  const root = temporaryFolder({ 'a.py': bytes });
  const before = decodeText(bytes, 'a.py');
  const reason = saveText(root, 'a.py', { before, after: change(before) });
  expect(readdirSync(root)).toEqual(['a.py']);
  return { reason, bytes: readFileSync(join(root, 'a.py')) };
}

describe('saving keeps', () => {
  it('line endings', () => {
    expect(saved(Buffer.from('a\r\nb\r\n'), (text) => text.replace('b', 'c')).bytes.toString()).toBe(
      'a\r\nc\r\n',
    );
  });

  it('a byte order mark', () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const { bytes } = saved(Buffer.concat([mark, Buffer.from('x = "ü"\n')]), (text) => `${text}y = 1\n`);
    expect(bytes).toEqual(Buffer.concat([mark, Buffer.from('x = "ü"\ny = 1\n')]));
  });

  it('a declared encoding', () => {
    const before = Buffer.from('# -*- coding: latin-1 -*-\nx = "ü"\n', 'latin1');
    const { bytes } = saved(before, (text) => text.replace('x', 'name'));
    expect(bytes).toEqual(Buffer.from('# -*- coding: latin-1 -*-\nname = "ü"\n', 'latin1'));
  });

  it('the mode', () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'run.py'), 'a', { mode: 0o755 });
    expect(saveText(root, 'run.py', { before: 'a', after: 'b' })).toBeUndefined();
    expect(statSync(join(root, 'run.py')).mode & 0o777).toBe(0o755);
  });
});

describe('saving writes nothing', () => {
  it('where a character has no place in the encoding', () => {
    const before = Buffer.from('# coding: latin-1\nx = "ü"\n', 'latin1');
    expect(saved(before, (text) => text.replace('ü', '√'))).toEqual({
      reason: 'its encoding cannot be written',
      bytes: before,
    });
  });

  it('where the file is another one by now', () => {
    const root = temporaryFolder({ 'a.py': 'changed' });
    expect(saveText(root, 'a.py', { before: 'a', after: 'b' })).toBe('it has changed in the meantime');
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('changed');
  });

  it('outside the root', () => {
    const outside = temporaryFolder({ 'a.py': 'a' });
    const root = temporaryFolder();
    symlinkSync(join(outside, 'a.py'), join(root, 'a.py'));
    expect(saveText(root, 'a.py', { before: 'a', after: 'b' })).toBe('it is not below the root');
    expect(readFileSync(join(outside, 'a.py'), 'utf8')).toBe('a');
  });
});

it('saving makes new files', () => {
  const root = temporaryFolder();
  expect(saveText(root, 'wiretrace.json', { before: undefined, after: '{}\n' })).toBeUndefined();
  expect(readFileSync(join(root, 'wiretrace.json'), 'utf8')).toBe('{}\n');
});
