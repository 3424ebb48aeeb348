/** The configuration of a project that has none. Must not know file formats. */
import type { Configuration } from './configuration.ts';
import { CONFIGURATION_SCHEMA, type Settings } from './schema.ts';
import type { Field, ObjectShape } from './shape.ts';

export function defaultConfiguration(overrides: Partial<Settings> = {}): Configuration {
  // `Settings` follows from the same schema: a test holds that every field has a default or may be left out.
  const defaults = defaultsOf(CONFIGURATION_SCHEMA) as unknown as Settings;
  return { ...defaults, ...overrides, file: undefined, places: new Map() };
}

/** Every field of the shape with its default; those without one are `undefined`. */
export function defaultsOf(shape: ObjectShape): Record<string, unknown> {
  const fields: [string, Field][] = Object.entries(shape.fields);
  return Object.fromEntries(fields.map(([name, field]) => [name, field.default]));
}
