import { describe, expect, it } from 'vitest';
import { isDeploymentName } from '../../server/src/analysis/environment-names.ts';
import { analysed, type Files } from './analysed.ts';

const HEAD = 'import os\nfrom fastapi import FastAPI\napp = FastAPI()\n';

function environmentsOf(main: string, more: Files = {}, environments: readonly string[] = []) {
  const { report, trace } = analysed({ 'main.py': HEAD + main, ...more }, { environments });
  expect(report.stats.runs).toBe(trace.runs.length);
  expect(trace.runs.map(({ environment }) => environment)).toEqual(
    report.environments.length === 0 ? [''] : report.environments,
  );
  return report.environments;
}

describe('environments', () => {
  it('runs once what never looks at one', () => {
    expect(environmentsOf('x = 1\n')).toEqual([]);
  });

  it('runs once what reads a variable and compares it with nothing', () => {
    expect(environmentsOf('print(os.environ.get("ENVIRONMENT"))\n')).toEqual([]);
  });

  it('runs the usual three where one of them is compared', () => {
    expect(environmentsOf('if os.environ["ENVIRONMENT"] == "staging":\n    pass\n')).toEqual([
      'development',
      'staging',
      'production',
    ]);
  });

  it('keeps the names of a project of its own', () => {
    expect(environmentsOf('if os.getenv("ENV", "blue") == "green":\n    pass\n')).toEqual(['green', 'blue']);
  });

  it('adds the other side where one name alone is compared', () => {
    expect(environmentsOf('if os.getenv("APP_ENV") == "prod":\n    pass\n')).toEqual(['development', 'prod']);
  });

  it('finds a variable by what it is compared with', () => {
    const main =
      'debug = os.getenv("DEBUG_MODE") == "yes"\nif os.getenv("SERVICE_TIER") == "production":\n    pass\n';
    expect(environmentsOf(main)).toEqual(['development', 'staging', 'production']);
  });

  it('finds comparisons behind other comparisons', () => {
    const main =
      'e = os.environ["ENVIRONMENT"]\nif e == "canary":\n    if e in ("canary", "edge-prod"):\n        pass\n    elif e == "qa":\n        pass\n';
    expect(environmentsOf(main)).toEqual(['canary', 'production']);
  });

  it('leaves out test runs and short forms of names that are there', () => {
    const main =
      'e = os.environ["ENVIRONMENT"]\nx = e in ("dev", "development", "prod", "production", "testing", "ci")\n';
    expect(environmentsOf(main)).toEqual(['development', 'staging', 'production']);
  });

  it('leaves a variable open that is only looked up', () => {
    const main = 'settings = {"dev": 1, "prod": 2}[os.environ["ENV"]]\n';
    expect(environmentsOf(main)).toEqual([]);
    expect(
      analysed({ 'main.py': HEAD + main }).trace.runs[0]?.nodes.filter(({ kind }) => kind === 'raise'),
    ).toEqual([]);
  });

  it('takes values of environment files', () => {
    const main = 'if os.environ["STAGE"] == "eu":\n    pass\n';
    const files = { '.env': 'OTHER=x\nexport STAGE="us" # where it runs\n', '.env.asia': 'STAGE=asia\n' };
    expect(environmentsOf(main, files)).toEqual(['eu', 'us', 'asia']);
  });

  it('runs what the configuration names, and what the code compares', () => {
    const files = {
      'wiretrace.json': '{ "environments": { "variable": "WHERE", "values": ["here", "there"] } }',
    };
    expect(environmentsOf('if os.environ["WHERE"] == "elsewhere":\n    pass\n', files)).toEqual([
      'here',
      'there',
      'elsewhere',
    ]);
  });

  it('runs only those that are asked for', () => {
    const main = 'if os.environ["ENVIRONMENT"] == "staging":\n    pass\n';
    expect(environmentsOf(main, {}, ['production'])).toEqual(['production']);
  });

  it('says which ones it leaves out', () => {
    const main = `x = os.environ["ENV"] in (${'abcdefgh'
      .split('')
      .map((name) => `"${name}"`)
      .join(', ')})\n`;
    const { report } = analysed({ 'main.py': HEAD + main });
    expect(report.environments).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(report.unresolved).toEqual([
      { file: 'main.py', line: 3, reason: 'ENV can also be g, h; no more than 6 environments are run' },
    ]);
  });
});

describe('names of deployments', () => {
  it.each([
    'dev',
    'production',
    'pre-prod',
    'preprod',
    'staging-eu',
    'prod-us-east-1',
    'dev2',
    'eu-prod',
    'QA',
  ])('%s is one', (name) => {
    expect(isDeploymentName(name)).toBe(true);
  });

  it.each([
    '',
    'true',
    'redis',
    'testing',
    'development_password',
    'development-jwt-secret',
    'product',
    'localhost',
  ])('"%s" is none', (name) => {
    expect(isDeploymentName(name)).toBe(false);
  });
});
