/** Writing into a configuration file so that all that a person wrote there stays as it is. Must not know why something is declared. */
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { type Layout, layoutAt, lineEnd } from '../source/layout.ts';
import type { TextEdit } from '../source/text-edits.ts';
import type { DeclaredContract } from './schema.ts';

/** Where a configuration is written when there is none. */
export const CONFIGURATION_FILE = 'wiretrace.json';

/** What has to be written for a contract; lists that are empty need not be. */
export type NewContract = Pick<DeclaredContract, 'component' | 'setter' | 'dependency'>;

/** Edits that add a contract to the end of a configuration file; to an empty text they write a whole one. */
export function contractEdits(file: string, text: string, contract: NewContract): readonly TextEdit[] {
  if (file.endsWith('.toml')) return tomlEdits(text, contract);
  if (text.trim() === '') {
    const whole = `${JSON.stringify({ contracts: [contract] }, null, 2)}\n`;
    return [{ start: 0, end: text.length, newText: whole }];
  }
  const isManifest = file === 'package.json' || file.endsWith('/package.json');
  const root = parseTree(text, [], { allowTrailingComma: true });
  const settings = root && (isManifest ? findNodeAtLocation(root, ['wiretrace']) : root);
  if (settings?.type !== 'object') return [];
  const contracts = findNodeAtLocation(settings, ['contracts']);
  if (contracts?.type === 'array') return added(text, contracts, contract);
  return contracts ? [] : added(text, settings, [contract], '"contracts": ');
}

/** Edits that add a last part to an array or object: a comma behind the part before it, and the new one in a line of its own. */
function added(text: string, parent: Node, value: unknown, name = ''): readonly TextEdit[] {
  const last = parent.children?.at(-1);
  if (!last) {
    const layout = layoutAt(text, parent.offset);
    const inner = layout.newline + layout.indentation + unitOf(text);
    const newText = `${inner}${name}${json(value, { ...layout, indentation: layout.indentation + unitOf(text) }, text)}${layout.newline}${layout.indentation}`;
    const start = parent.offset + 1;
    const end = parent.offset + parent.length - 1;
    return [{ start, end: text.slice(start, end).trim() === '' ? end : start, newText }];
  }
  const layout = layoutAt(text, last.offset);
  const part = layout.newline + layout.indentation + name + json(value, layout, text);
  const end = last.offset + last.length;
  const [, comma = '', comment] =
    /^([ \t]*,?)[ \t]*(\/\/[^\r\n]*)?[ \t]*$/.exec(text.slice(end, lineEnd(text, end))) ?? [];
  const hasComma = comma.trim() !== '';
  if (comment === undefined && !hasComma) return [{ start: end, end, newText: `,${part}` }];
  const edits = [
    { start: lineEnd(text, end), end: lineEnd(text, end), newText: hasComma ? `${part},` : part },
  ];
  return hasComma ? edits : [{ start: end, end, newText: ',' }, ...edits];
}

function json(value: unknown, { indentation, newline }: Layout, text: string): string {
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', newline + indentation);
}

/** The indentation of the first indented line. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
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
