/** Which lines say something, and what of them. */
import { expect, it } from 'vitest';
import { codeLines } from '../../../server/src/frontends/python/code-lines.ts';

function told(text: string): readonly string[] {
  const { texts, numbers } = codeLines(text);
  return texts.map((code, index) => `${numbers[index]} ${JSON.stringify(code)}`);
}

it('leaves out comments, empty lines and blanks at ends of lines', () => {
  expect(told('# one\n\nx = 1  # two\n\t\nif x:   \n    y = "# three"#four\n')).toEqual([
    '3 "x = 1"',
    '5 "if x:"',
    '6 "    y = \\"# three\\""',
  ]);
});

it('keeps all of a text of several lines, with its line ends', () => {
  expect(told('x = """a\n\n# b\r\n"""  # c\n')).toEqual([
    '1 "x = \\"\\"\\"a\\n"',
    '2 "\\n"',
    '3 "# b\\r\\n"',
    '4 "\\"\\"\\""',
  ]);
});

it('keeps backslashes, comments within brackets, and those that speak to us', () => {
  expect(
    told('x = 1 + \\\n  2\ny = [  # first\n  # second\n\n  3,\n]  # third\n# wiretrace: ignore[a] b\n'),
  ).toEqual([
    '1 "x = 1 + \\\\"',
    '2 "  2"',
    '3 "y = [  # first"',
    '4 "  # second"',
    '6 "  3,"',
    '7 "]"',
    '8 "# wiretrace: ignore[a] b"',
  ]);
});

it.each(['', '\n', '#', '"""', '(', '\\', 'f"{', '\ufeffx = 1', '\r\r\n'])('ends on %j', (text) => {
  expect(codeLines(text).texts.length).toBeLessThan(3);
});
