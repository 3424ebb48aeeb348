/** Holds settings against a shape: values with defaults filled in, and problems with their places. Must not know file formats. */
import { nearMiss } from '../base/near-miss.ts';
import { unreachable } from '../base/never.ts';
import type { SettingPlace } from './configuration.ts';
import type { SettingEntry, SettingNode, SettingProblem, SettingTable } from './setting-tree.ts';
import type { ChoiceShape, Field, ListShape, MapShape, ObjectShape, Shape, TextShape } from './shape.ts';

export interface Validation {
  /** Of the shape's type; meaningful only where there are no problems. */
  readonly value: unknown;
  readonly problems: readonly SettingProblem[];
  /** Place of everything that was written, by path (`contracts/0/setter`). */
  readonly places: ReadonlyMap<string, SettingPlace>;
}

export function validate(node: SettingNode, shape: Shape): Validation {
  const context: Context = { problems: [], places: new Map() };
  const value = check(context, node, shape, []);
  return { value, problems: context.problems, places: context.places };
}

interface Context {
  readonly problems: SettingProblem[];
  readonly places: Map<string, SettingPlace>;
}

type Path = readonly (string | number)[];

function check(context: Context, node: SettingNode, shape: Shape, path: Path): unknown {
  const key = path.join('/');
  if (node.kind === 'scalar' || !context.places.has(key)) context.places.set(key, node.place);
  switch (shape.kind) {
    case 'text':
      return checkText(context, node, shape, path);
    case 'number':
      return checkNumber(context, node, path);
    case 'choice':
      return checkChoice(context, node, shape, path);
    case 'list':
      return checkList(context, node, shape, path);
    case 'map':
      return checkMap(context, node, shape, path);
    case 'object':
      return checkObject(context, node, shape, path);
    default:
      return unreachable(shape);
  }
}

function checkText(context: Context, node: SettingNode, shape: TextShape, path: Path): unknown {
  if (node.kind !== 'scalar' || typeof node.value !== 'string')
    return wrongKind(context, node, 'a text', path);
  if (node.value.trim() === '') return report(context, node.place, path, `${quoted(path)} is empty`);
  if (shape.format !== 'path') return node.value;
  const tidy = tidyPath(node.value);
  if (tidy !== undefined) return tidy;
  return report(
    context,
    node.place,
    path,
    `${quoted(path)} has to lie below the root, not at "${node.value}"`,
  );
}

function checkNumber(context: Context, node: SettingNode, path: Path): unknown {
  if (node.kind !== 'scalar' || typeof node.value !== 'number')
    return wrongKind(context, node, 'a number', path);
  if (Number.isFinite(node.value) && node.value > 0) return node.value;
  return report(context, node.place, path, `${quoted(path)} has to be greater than 0, not ${node.value}`);
}

/** With `/` and without `./`; `undefined` for a path that is absolute or climbs out of the root. */
function tidyPath(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  if (parts[0] === '' || /^[A-Za-z]:$/.test(parts[0] ?? '') || parts.includes('..')) return undefined;
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

function checkChoice(context: Context, node: SettingNode, shape: ChoiceShape, path: Path): unknown {
  const expected = `one of ${shape.words.join(', ')}`;
  if (node.kind !== 'scalar' || typeof node.value !== 'string')
    return wrongKind(context, node, expected, path);
  if (shape.words.includes(node.value)) return node.value;
  const hint = didYouMean(node.value, shape.words);
  return report(
    context,
    node.place,
    path,
    `${quoted(path)} has to be ${expected}, not "${node.value}"${hint}`,
  );
}

function checkList(context: Context, node: SettingNode, shape: ListShape, path: Path): unknown {
  if (node.kind !== 'list') return wrongKind(context, node, 'a list', path);
  return node.items.map((item, index) => check(context, item, shape.items, [...path, index]));
}

function checkMap(context: Context, node: SettingNode, shape: MapShape, path: Path): unknown {
  if (node.kind !== 'table') return wrongKind(context, node, 'a table of settings', path);
  const values = new Map<string, unknown>();
  for (const entry of distinct(context, node, path)) {
    if (shape.keys && !shape.keys.includes(entry.name)) reportUnknown(context, entry, shape.keys, path);
    else values.set(entry.name, check(context, entry.value, shape.values, [...path, entry.name]));
  }
  return Object.fromEntries(values);
}

function checkObject(context: Context, node: SettingNode, shape: ObjectShape, path: Path): unknown {
  if (node.kind !== 'table') return wrongKind(context, node, 'a table of settings', path);
  const fields = new Map<string, Field>(Object.entries(shape.fields));
  const values = new Map<string, unknown>([...fields].map(([name, field]) => [name, field.default]));
  const written = distinct(context, node, path);
  for (const entry of written) {
    const field = fields.get(entry.name);
    if (field) values.set(entry.name, check(context, entry.value, field.shape, [...path, entry.name]));
    else if (path.length > 0 || entry.name !== '$schema') reportUnknown(context, entry, fields.keys(), path);
  }
  for (const [name, field] of fields) {
    if (field.presence !== 'required' || written.some((entry) => entry.name === name)) continue;
    report(context, node.place, [...path, name], `${quoted(path)} has no "${name}"`);
  }
  return Object.fromEntries(values);
}

/** The entries of a table, each name once; a second one is a problem, since only one of them can hold. */
function distinct(context: Context, table: SettingTable, path: Path): readonly SettingEntry[] {
  const seen = new Set<string>();
  return table.entries.filter((entry) => {
    const below = [...path, entry.name];
    if (seen.has(entry.name)) {
      report(context, entry.place, below, `${quoted(below)} is set twice`);
      return false;
    }
    seen.add(entry.name);
    context.places.set(below.join('/'), entry.place);
    return true;
  });
}

function reportUnknown(context: Context, entry: SettingEntry, known: Iterable<string>, path: Path): void {
  const below = [...path, entry.name];
  const hint = didYouMean(entry.name, known);
  report(context, entry.place, below, `there is no setting ${quoted(below)}${hint}`);
}

function didYouMean(name: string, known: Iterable<string>): string {
  const words = [...known];
  const near = nearMiss(name, words) ?? words.find((word) => name !== '' && word.startsWith(name));
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

function wrongKind(context: Context, node: SettingNode, expected: string, path: Path): undefined {
  return report(context, node.place, path, `${quoted(path)} has to be ${expected}, not ${describe(node)}`);
}

function describe(node: SettingNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'table') return 'a table';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'string') return 'a text';
  return typeof node.value === 'number' ? 'a number' : 'true or false';
}

function report(context: Context, place: SettingPlace, path: Path, message: string): undefined {
  context.problems.push({ ...place, key: display(path), message });
  return undefined;
}

function quoted(path: Path): string {
  return path.length === 0 ? 'the configuration' : `"${display(path)}"`;
}

/** `contracts[0].setter`. */
function display(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part))
    .join('');
}
