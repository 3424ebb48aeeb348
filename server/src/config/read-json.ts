/** Settings from JSON with or without comments. Must not know the schema. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { LineIndex } from '../base/line-index.ts';
import type { SettingPlace } from './configuration.ts';
import { type ReadSettings, type SettingNode, START } from './setting-tree.ts';

/** `wiretrace.json`: the whole file is settings; comments and trailing commas are welcome. */
export function readJsonSettings(text: string): ReadSettings {
  return read(text, { allowTrailingComma: true, disallowComments: false });
}

/** `package.json`: strict JSON, and only what stands under `"wiretrace"`. */
export function readManifestSettings(text: string): ReadSettings {
  if (!text.includes('wiretrace')) return { tree: undefined, problems: [] };
  const { tree, problems } = read(text, { allowTrailingComma: false, disallowComments: true });
  if (tree?.kind !== 'table') return { tree: undefined, problems };
  const own = tree.entries.find((entry) => entry.name === 'wiretrace');
  return { tree: own?.value, problems };
}

interface Strictness {
  readonly allowTrailingComma: boolean;
  readonly disallowComments: boolean;
}

function read(text: string, strictness: Strictness): ReadSettings {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, strictness);
  const lines = new LineIndex(text);
  const problems = errors.slice(0, 1).map((error) => ({
    ...placeAt(lines, error.offset),
    key: '',
    message: `this is not JSON: ${inWords(printParseErrorCode(error.error))}`,
  }));
  return { tree: root && problems.length === 0 ? toNode(root, lines) : undefined, problems };
}

/** `PropertyNameExpected` → `property name expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function placeAt(lines: LineIndex, offset: number): SettingPlace {
  const { line, character } = lines.position(offset);
  return { line: line + 1, column: character + 1 };
}

function toNode(node: Node, lines: LineIndex): SettingNode {
  const place = placeAt(lines, node.offset);
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'list', place, items: children.map((item) => toNode(item, lines)) };
  if (node.type !== 'object') return { kind: 'scalar', place, value: scalar(node.value) };
  const entries = children.flatMap(({ children: [name, value] = [] }) =>
    name && value
      ? [{ name: String(name.value), place: placeAt(lines, name.offset), value: toNode(value, lines) }]
      : [],
  );
  return { kind: 'table', place, entries };
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Settings that an editor holds as plain data; they have no places. */
export function readPlainSettings(value: unknown): SettingNode {
  if (Array.isArray(value)) return { kind: 'list', place: START, items: value.map(readPlainSettings) };
  if (typeof value !== 'object' || value === null)
    return { kind: 'scalar', place: START, value: scalar(value) };
  const entries = Object.entries(value).map(([name, item]) => ({
    name,
    place: START,
    value: readPlainSettings(item),
  }));
  return { kind: 'table', place: START, entries };
}
