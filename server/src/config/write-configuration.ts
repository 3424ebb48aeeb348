/** Writing into a configuration file so that all that a person wrote there stays. Must not know why something is declared. */
import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import type { TextEdit } from '../source/text-edits.ts';
import type { DeclaredContract } from './schema.ts';

/** Where a configuration is written when there is none. */
export const CONFIGURATION_FILE = 'wiretrace.json';

/** What has to be written for a contract; lists that are empty need not be. */
export type NewContract = Pick<DeclaredContract, 'component' | 'setter' | 'dependency'>;

/** Edits that add a contract to the end of a configuration file; to an empty text they write a whole one. */
export function contractEdits(file: string, text: string, contract: NewContract): readonly TextEdit[] {
  if (file.endsWith('.toml')) return tomlEdits(text, contract);
  const isManifest = file === 'package.json' || file.endsWith('/package.json');
  if (text.trim() === '') {
    const whole = `${JSON.stringify({ contracts: [contract] }, null, 2)}\n`;
    return [{ start: 0, end: text.length, newText: whole }];
  }
  const path = isManifest ? ['wiretrace', 'contracts'] : ['contracts'];
  const formattingOptions = formattingOf(text);
  const added = modify(text, [...path, -1], contract, { formattingOptions, isArrayInsertion: true });
  const edits = added.map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    newText: content,
  }));
  return applyEdits(text, added) === text ? [] : edits;
}

function formattingOf(text: string): FormattingOptions {
  const indentation = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indentation.startsWith('\t'),
    tabSize: indentation.startsWith('\t') ? 1 : indentation.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A table of an array stands at the end of the file: what is above it stays as it is. */
function tomlEdits(text: string, { component, setter, dependency }: NewContract): readonly TextEdit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = [
    '[[tool.wiretrace.contracts]]',
    ...Object.entries({ component, setter, dependency }).map(
      ([key, value]) => `${key} = ${JSON.stringify(value)}`,
    ),
  ];
  const gap = text === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return [{ start: text.length, end: text.length, newText: `${gap}${lines.join(eol)}${eol}` }];
}
