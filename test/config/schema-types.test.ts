import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CheckId, Severity } from '../../server/src/config/checks.ts';
import { defaultConfiguration } from '../../server/src/config/defaults.ts';
import {
  CONFIGURATION_SCHEMA,
  type DeclaredContract,
  type Settings,
} from '../../server/src/config/schema.ts';

describe('the settings type follows from the schema', () => {
  it('gives every field its own type', () => {
    expectTypeOf<Settings['entryPoints']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Settings['baseline']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Settings['checks']>().toEqualTypeOf<Readonly<Partial<Record<CheckId, Severity>>>>();
    expectTypeOf<DeclaredContract>().toEqualTypeOf<{
      readonly component: string;
      readonly setter: string;
      readonly dependency: string;
      readonly legacySetters: readonly string[];
    }>();
    expectTypeOf<Settings['environments']>().toEqualTypeOf<
      { readonly variable: string; readonly values: readonly string[] } | undefined
    >();
  });

  it('has a default for every field that says so', () => {
    for (const [name, field] of Object.entries(CONFIGURATION_SCHEMA.fields)) {
      expect('default' in field, name).toBe(field.presence === 'default');
    }
    expect(defaultConfiguration()).toMatchObject({ entryPoints: [], environments: undefined, checks: {} });
  });
});
