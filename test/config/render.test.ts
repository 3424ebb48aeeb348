import { spawnSync } from 'node:child_process';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readPlainSettings } from '../../server/src/config/read-json.ts';
import { renderConfigurationPage, renderJsonSchema, renderManifest } from '../../server/src/config/render.ts';
import { CONFIGURATION_SCHEMA } from '../../server/src/config/schema.ts';
import type { Field } from '../../server/src/config/shape.ts';
import { validate } from '../../server/src/config/validate.ts';

const FIELDS: readonly (readonly [string, Field])[] = Object.entries(CONFIGURATION_SCHEMA.fields);

function acceptedByJsonSchema(value: unknown): boolean {
  const ajv = new Ajv({ strict: false });
  return ajv.validate(renderJsonSchema(), value);
}

function acceptedByUs(value: unknown): boolean {
  return validate(readPlainSettings(value), CONFIGURATION_SCHEMA).problems.length === 0;
}

describe('what is generated from the schema', () => {
  it('is up to date; if not: npm run generate', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(FIELDS)('accepts the example of %s in both validations', (name, field) => {
    expect(acceptedByJsonSchema({ [name]: field.example })).toBe(true);
    expect(acceptedByUs({ [name]: field.example })).toBe(true);
  });

  it.each([
    [{ events: 'a' }],
    [{ events: [1] }],
    [{ events: [''] }],
    [{ event: [] }],
    [{ checks: { 'silent-skip': 'loud' } }],
    [{ checks: { silent: 'off' } }],
    [{ environments: { values: [] } }],
    [{ contracts: [{ component: 'A', setter: 'b', dependency: 'C', extra: 1 }] }],
    [[]],
  ])('refuses %j in both validations', (value) => {
    expect(acceptedByJsonSchema(value)).toBe(false);
    expect(acceptedByUs(value)).toBe(false);
  });

  it('lets a file name its schema', () => {
    expect(acceptedByJsonSchema({ $schema: './wiretrace.schema.json' })).toBe(true);
    expect(acceptedByUs({ $schema: './wiretrace.schema.json' })).toBe(true);
  });

  it('has a section for every setting on the page', () => {
    const headings = renderConfigurationPage().match(/^## `.*`$/gm);
    expect(headings).toEqual(FIELDS.map(([name]) => `## \`${name}\``));
    expect(renderConfigurationPage()).toContain('| `wiretrace.diagnosticScope` | `"workspace"` |');
  });

  it('never lets an editor setting name a command, and keeps the rest of the manifest', () => {
    const manifest = renderManifest({ name: 'x', contributes: { grammars: [] } });
    expect(manifest).toMatchObject({ name: 'x', contributes: { grammars: [] } });
    const { contributes } = manifest as { contributes: { configuration: { properties: object } } };
    expect(Object.keys(contributes.configuration.properties)).toEqual([
      'wiretrace.exclude',
      'wiretrace.vocabulary',
      'wiretrace.checks',
      'wiretrace.diagnosticScope',
      'wiretrace.codeLens.enabled',
      'wiretrace.trace.server',
    ]);
  });
});
