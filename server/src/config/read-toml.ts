/** Settings from `[tool.wiretrace]` of a `pyproject.toml`. Must not know the schema. */
import { parse, TomlError } from 'smol-toml';
import type { SettingPlace } from './configuration.ts';
import { nearestPlace } from './configuration.ts';
import { type ReadSettings, type SettingNode, START } from './setting-tree.ts';
import { tomlPlaces } from './toml-places.ts';

export function readTomlSettings(text: string): ReadSettings {
  if (!text.includes('wiretrace')) return { tree: undefined, problems: [] };
  try {
    const document: unknown = parse(text);
    const own = field(field(document, 'tool'), 'wiretrace');
    if (own === undefined) return { tree: undefined, problems: [] };
    return { tree: toNode(own, 'tool/wiretrace', tomlPlaces(text)), problems: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [summary = ''] = error.message.split('\n');
    const reason = summary.replace(/^Invalid TOML document: /, '');
    const problem = {
      line: error.line,
      column: error.column,
      key: '',
      message: `this is not TOML: ${reason}`,
    };
    return { tree: undefined, problems: [problem] };
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function toNode(value: unknown, path: string, places: ReadonlyMap<string, SettingPlace>): SettingNode {
  const place = nearestPlace(places, path) ?? START;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => toNode(item, `${path}/${index}`, places));
    return { kind: 'list', place, items };
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([name, item]) => {
      const below = `${path}/${name}`;
      return { name, place: nearestPlace(places, below) ?? place, value: toNode(item, below, places) };
    });
    return { kind: 'table', place, entries };
  }
  return { kind: 'scalar', place, value: scalar(value) };
}

/** Dates and big integers are of no use in a setting; as text they fail where they stand. */
function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
