/** Folding of trace documents. */
import { expect, it } from 'vitest';
import { foldingByIndentation } from '../../server/src/lsp/handlers/folding.ts';

it('folds what is called under its call', () => {
  const text = ['app', '  enter a', '    create x', '    create y', '  serve', '', 'app', '  serve', ''].join(
    '\r\n',
  );
  expect(foldingByIndentation(text)).toEqual([
    { startLine: 0, endLine: 4 },
    { startLine: 1, endLine: 3 },
    { startLine: 6, endLine: 7 },
  ]);
  expect(foldingByIndentation('')).toEqual([]);
});
