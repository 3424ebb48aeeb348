/** What is generated from the schema: JSON schema, manifest section, page of the documentation. Must not write files. */
import { unreachable } from '../base/never.ts';
import { EDITOR_ONLY_SETTINGS } from './editor-only.ts';
import { CONFIGURATION_SCHEMA } from './schema.ts';
import type { Field, ObjectShape, Shape } from './shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** The JSON schema (draft-07, which editors understand best) of `wiretrace.json`. */
export function renderJsonSchema(): Json {
  const { properties, ...rest } = jsonSchemaOf(CONFIGURATION_SCHEMA);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from server/src/config/schema.ts by `npm run generate`.',
    title: 'Wiretrace',
    ...rest,
    properties: { $schema: { type: 'string' }, ...(properties as Json) },
    allowTrailingCommas: true,
  };
}

/** The extension manifest with the parts that follow from the schema put in place. */
export function renderManifest(manifest: Json): Json {
  const contributes = (manifest.contributes ?? {}) as Json;
  return {
    ...manifest,
    contributes: {
      ...contributes,
      configuration: { title: 'Wiretrace', properties: editorSettings() },
      jsonValidation: [{ fileMatch: 'wiretrace.json', url: './schemas/wiretrace.schema.json' }],
    },
  };
}

function editorSettings(): Json {
  const settings = fieldsOf(CONFIGURATION_SCHEMA).filter(([, field]) => field.inEditor);
  const shared = settings.map(
    ([name, field]) => [name, { scope: 'resource', ...documented(field) }] as const,
  );
  return Object.fromEntries(
    [...shared, ...Object.entries(EDITOR_ONLY_SETTINGS)].map(([name, setting], index) => [
      `wiretrace.${name}`,
      { order: index + 1, ...setting },
    ]),
  );
}

function jsonSchemaOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', minLength: 1 };
    case 'number':
      return { type: 'number', exclusiveMinimum: 0 };
    case 'choice':
      return { enum: shape.words };
    case 'list':
      return { type: 'array', items: jsonSchemaOf(shape.items) };
    case 'map':
      return mapSchema(shape.keys, jsonSchemaOf(shape.values));
    case 'object':
      return objectSchema(shape);
    default:
      return unreachable(shape);
  }
}

function mapSchema(keys: readonly string[] | undefined, values: Json): Json {
  const names = keys ? { propertyNames: { enum: keys } } : {};
  return { type: 'object', ...names, additionalProperties: values };
}

function objectSchema(shape: ObjectShape): Json {
  const fields = fieldsOf(shape);
  const required = fields.filter(([, field]) => field.presence === 'required').map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, { ...documented(field), ...completedBy(field) }]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function documented(field: Field): Json {
  const fallback = field.presence === 'default' ? { default: field.default } : {};
  return { ...jsonSchemaOf(field.shape), markdownDescription: field.doc, ...fallback };
}

/** What an editor offers where a value is to be written. */
function completedBy(field: Field): Json {
  return { defaultSnippets: [{ label: 'example', body: field.example }] };
}

/** `docs/configuration.md`. */
export function renderConfigurationPage(): string {
  const sections = fieldsOf(CONFIGURATION_SCHEMA).map(([name, field]) => section(name, field));
  return `${[PAGE_HEAD, ...sections, editorSection()].join('\n\n')}\n`;
}

const PAGE_HEAD = `<!-- Generated from server/src/config/schema.ts by \`npm run generate\`; change it there. -->

# Configuration

Wiretrace works without any configuration. What it cannot infer stands in one of these places in the root of the project; the first that has settings is used, alone:

1. \`wiretrace.json\` (comments and trailing commas are welcome),
2. \`[tool.wiretrace]\` of \`pyproject.toml\`,
3. \`"wiretrace"\` of \`package.json\`.

Where a second one has settings too, Wiretrace says that it is passed over. \`--config FILE\` names another file.
A mistake in the configuration ends the run with exit code 3, names file, line and setting, and nothing is checked.
Paths are relative to the root, use \`/\`, and stay below it. The configuration is data: nothing in it is run by a check.`;

function editorSection(): string {
  const shared = fieldsOf(CONFIGURATION_SCHEMA).filter(([, field]) => field.inEditor);
  const names = shared.map(([name]) => `\`wiretrace.${name}\``).join(', ');
  const rows = Object.entries(EDITOR_ONLY_SETTINGS).map(
    ([name, { markdownDescription, default: fallback }]) =>
      `| \`wiretrace.${name}\` | \`${JSON.stringify(fallback)}\` | ${markdownDescription.replaceAll(/`#([\w.]+)#`/g, '`$1`')} |`,
  );
  return [
    '## In the editor',
    '',
    `${names} are settings of VS Code too; what the project's own configuration says goes before them. These are only there:`,
    '',
    '| setting | default | meaning |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function section(name: string, field: Field): string {
  const lines = [`## \`${name}\``, '', field.doc, ''];
  const fields = nestedFields(field.shape);
  if (fields.length > 0) lines.push(...fieldTable(fields), '');
  lines.push(`Default: ${defaultOf(field)}`, '', '```json', json({ [name]: field.example }), '```');
  return lines.join('\n');
}

function fieldTable(fields: readonly (readonly [string, Field])[]): string[] {
  const rows = fields.map(
    ([name, field]) => `| \`${name}\` | ${field.presence === 'required' ? 'yes' : 'no'} | ${field.doc} |`,
  );
  return ['| field | required | meaning |', '|---|---|---|', ...rows];
}

function nestedFields(shape: Shape): readonly (readonly [string, Field])[] {
  if (shape.kind === 'list') return nestedFields(shape.items);
  return shape.kind === 'object' ? fieldsOf(shape) : [];
}

function defaultOf(field: Field): string {
  return field.presence === 'default' ? `\`${JSON.stringify(field.default)}\`` : 'none';
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function fieldsOf(shape: ObjectShape): readonly (readonly [string, Field])[] {
  return Object.entries(shape.fields);
}
