import { describe, expect, it } from 'vitest';
import { decodeText } from '../../server/src/platform/decode-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('é = "𝒜"'), 'é = "𝒜"'],
    ['a byte order mark', utf8('\ufeffx = 1'), 'x = 1'],
    ['nothing at all', Buffer.alloc(0), ''],
    ['zero bytes', utf8('a\u0000b'), 'a\u0000b'],
    ['Latin-1 without a declaration', latin1('x = "é"'), 'x = "é"'],
    [
      'a declared Latin-1',
      latin1('# -*- coding: latin-1 -*-\nx = "é"'),
      '# -*- coding: latin-1 -*-\nx = "é"',
    ],
    [
      'Latin-1 that would be UTF-8 as well',
      Buffer.from('#coding=ISO-8859-1\nÃ©', 'latin1'),
      '#coding=ISO-8859-1\nÃ©',
    ],
    [
      'a declaration in the second line',
      Buffer.from('#!x\n# coding: cp1251\n\xe9', 'latin1'),
      '#!x\n# coding: cp1251\nй',
    ],
    [
      'a declaration in the third line, which is none',
      utf8('\n\n# coding: cp1251\né'),
      '\n\n# coding: cp1251\né',
    ],
    ['a declaration under code, which is none', utf8('x\n# coding: cp1251\né'), 'x\n# coding: cp1251\né'],
    ['an unknown encoding', utf8('# coding: nonsense\né'), '# coding: nonsense\né'],
    ['a false declaration of UTF-8', latin1('# coding: utf-8\né'), '# coding: utf-8\né'],
    [
      'bytes that the declared encoding has not',
      Buffer.from('# coding: shift_jis\n\xff', 'latin1'),
      '# coding: shift_jis\nÿ',
    ],
  ])('reads %s', (_, bytes, expected) => {
    expect(decodeText(bytes, 'a.py')).toBe(expected);
  });

  it('looks for a declaration in Python files only', () => {
    expect(decodeText(utf8('# coding: latin-1\né'), 'notes.md')).toBe('# coding: latin-1\né');
  });
});
