/**
 * Values of an environment variable that are worth a dry run of their own. Must not know how runs work.
 */

const USUAL_ENVIRONMENTS = ['development', 'staging', 'production'];

/** Short forms, left out where the code knows the long one as well: they name the same deployment. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  development: ['dev', 'develop', 'local'],
  staging: ['stage', 'stg'],
  production: ['prod', 'prd', 'live'],
};

/** A plain name, or one with a short part before or behind it: `pre-prod`, `staging-eu`, `prod-us-east-1`, `dev2`. */
const DEPLOYMENT =
  /^(?:local|live|stg|prd|qa|uat|preprod|preview|review|sandbox|demo|canary|beta|alpha|int|integration|acceptance|default|(?:[a-z]{2,4}[-_])?(?:pre-?|non-?)?(?:dev|develop|development|stage|staging|prod|production)\d?(?:[-_][a-z]{1,4})?(?:[-_][a-z]+[-_]?\d)?)$/i;
const TEST = /(?:^|[_-])(?:e2e|unit)?[_-]?tests?(?:ing)?(?:$|[_-])|pytest|unittest|^ci$|^e2e$/i;

/** Whether a value looks like the name of a deployment. */
export function isDeploymentName(value: string): boolean {
  return DEPLOYMENT.test(value) && !TEST.test(value);
}

/** Whether a value names a test run: nothing serves there. */
export function isTestName(value: string): boolean {
  return TEST.test(value);
}

/**
 * `compared` is what the code compares the variable with, `further` its defaults and what files assign. Where some of
 * them look like deployments, only those count: a value may have been handed on and compared with something else.
 */
export function worthRunning(
  compared: readonly string[],
  further: readonly string[],
  isConfigured: boolean,
): readonly string[] {
  const named = [...new Set([...compared, ...further])].filter(
    (value) => value.trim() !== '' && !isTestName(value),
  );
  const deployments = named.filter(isDeploymentName);
  const values = deployments.length > 0 ? deployments : named;
  const isUsual = compared.some((value) => USUAL_ENVIRONMENTS.includes(value));
  const known = isUsual && !isConfigured ? [...USUAL_ENVIRONMENTS, ...values] : inUsualOrder(values);
  const distinct = withoutShortForms([...new Set(known)]);
  const [only] = distinct;
  if (distinct.length !== 1 || only === undefined || isConfigured) return distinct;
  return only.startsWith('prod') ? [FIRST, only] : [only, LAST];
}

const FIRST = 'development';
const LAST = 'production';

function inUsualOrder(values: readonly string[]): readonly string[] {
  return [...USUAL_ENVIRONMENTS.filter((value) => values.includes(value)), ...values];
}

function withoutShortForms(values: readonly string[]): readonly string[] {
  const left = new Set(values.flatMap((value) => SHORT_FORMS[value] ?? []));
  const lower = new Set(values.filter((value) => value === value.toLowerCase()));
  return values.filter((value) => {
    const plain = value.toLowerCase();
    return !left.has(plain) && (lower.has(value) || !lower.has(plain));
  });
}
