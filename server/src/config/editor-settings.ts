/**
 * Settings of an editor under those of a project: what the project's configuration says holds, the rest follows the editor.
 * Must not know an editor's way of sending them.
 */
import type { Configuration } from './configuration.ts';
import { defaultsOf } from './defaults.ts';
import { CONFIGURATION_SCHEMA, type Settings } from './schema.ts';
import { readPlainSettings } from './read-json.ts';
import type { ObjectShape } from './shape.ts';
import { validate } from './validate.ts';

export interface WithEditorSettings {
  readonly configuration: Configuration;
  /** Settings of the editor that are not sound and are passed over, in words. */
  readonly notices: readonly string[];
}

/** The settings that stand in an editor, too. */
const EDITOR_FIELDS = Object.fromEntries(
  Object.entries(CONFIGURATION_SCHEMA.fields).filter(([, field]) => 'inEditor' in field),
);
const EDITOR_SHAPE: ObjectShape = { kind: 'object', fields: EDITOR_FIELDS };

/** @param settings the editor's section as plain data; whatever else is in it is nothing to us. */
export function withEditorSettings(configuration: Configuration, settings: unknown): WithEditorSettings {
  const defaults = defaultsOf(EDITOR_SHAPE);
  const known = Object.keys(EDITOR_FIELDS);
  const given = Object.entries(record(settings)).filter(
    ([name, value]) => known.includes(name) && value !== null && value !== undefined,
  );
  const notices: string[] = [];
  const merged: Record<string, unknown> = {};
  for (const [name, value] of given) {
    const { value: checked, problems } = validate(readPlainSettings({ [name]: value }), EDITOR_SHAPE);
    if (problems.length > 0) {
      notices.push(`the editor's setting "${name}" is passed over: ${problems[0]?.message ?? ''}`);
      continue;
    }
    const sound = record(checked)[name];
    if (name === 'checks') merged.checks = { ...record(sound), ...configuration.checks };
    else if (isWritten(configuration, name)) continue;
    else if (JSON.stringify(sound) !== JSON.stringify(defaults[name])) merged[name] = sound;
  }
  // Each value was held against the part of the schema that `Settings` follows from.
  return { configuration: { ...configuration, ...(merged as Partial<Settings>) }, notices };
}

function isWritten(configuration: Configuration, name: string): boolean {
  return [...configuration.places.keys()].some((path) => path === name || path.startsWith(`${name}/`));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
