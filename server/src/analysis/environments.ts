/**
 * Which environments startup is run in: found by running it, since what a variable is compared with is seen only then.
 * Must not know how a run works nor where entry points come from.
 */
import type { Environment } from '../engine/machine.ts';
import type { Trace } from '../engine/trace.ts';
import { isDeploymentName, isTestName, worthRunning } from './environment-names.ts';

export interface EnvironmentOptions<R> {
  readonly run: (environment: Environment) => R;
  readonly traceOf: (run: R) => Trace;
  /** Whether startup ended without serving on some path. */
  readonly hasFailed: (run: R) => boolean;
  readonly configured: { readonly variable: string; readonly values: readonly string[] } | undefined;
  /** Only these; empty: all that are found. */
  readonly requested: readonly string[];
  /** Values that files beside the application (`.env*`) give a variable. */
  readonly fileValues: (variable: string) => readonly string[];
}

export interface EnvironmentRun<R> {
  /** `''` where the code never looks at an environment. */
  readonly name: string;
  readonly run: R;
}

export interface EnvironmentRuns<R> {
  readonly runs: readonly EnvironmentRun<R>[];
  /** Environments that were left out, in words. */
  readonly limits: readonly string[];
}

/** More environments than this are not run. */
const MAX_ENVIRONMENTS = 6;

/** Names that such a variable usually has, the most usual first. */
const USUAL_VARIABLES = [
  'ENVIRONMENT',
  'ENV',
  'APP_ENV',
  'APP_ENVIRONMENT',
  'DEPLOYMENT_ENVIRONMENT',
  'DEPLOY_ENV',
  'FASTAPI_ENV',
  'FLASK_ENV',
  'PYTHON_ENV',
  'NODE_ENV',
  'STAGE',
  'RUN_ENV',
  'TARGET_ENV',
];
const TELLING = /(?:^|_)(?:ENV|ENVIRONMENT|STAGE|TIER|PROFILE|DEPLOYMENT|MODE|REALM)(?:$|_)/i;
const FIRST_VALUE = 'development';

/** The state of the search: every value is run at most once. */
interface Search<R> {
  readonly options: EnvironmentOptions<R>;
  readonly variable: string;
  readonly done: Map<string, R>;
  readonly compared: Set<string>;
  readonly defaults: Set<string>;
}

/** Runs startup once per environment; once in all where the code never looks at one. */
export function runEnvironments<R>(options: EnvironmentOptions<R>): EnvironmentRuns<R> {
  const first = firstValue(options);
  if (options.configured) {
    const { variable } = options.configured;
    return runAll(startSearch(options, variable, first, options.run(assign([variable], first))));
  }
  // All at once: a variable that is not compared makes no difference, and one run less is needed.
  const run = options.run(assign(USUAL_VARIABLES, first));
  const trace = options.traceOf(run);
  const search =
    searchAmong(options, USUAL_VARIABLES, first, run) ?? searchAmong(options, tellingVariables(trace), first);
  return search ? runAll(search) : { runs: [{ name: '', run: unassigned(options, run, trace) }], limits: [] };
}

/** The run without any value, where a value that nobody compares may have been looked up and made startup fail. */
function unassigned<R>({ run, hasFailed }: EnvironmentOptions<R>, known: R, { variables }: Trace): R {
  const wasRead = USUAL_VARIABLES.some((name) => variables.has(name));
  if (!wasRead && !hasFailed(known)) return known;
  return run({ name: '', variables: new Map(), neverSet: isTestRunnerVariable });
}

/** Variables that were read and that have a name of this sort. */
function tellingVariables(trace: Trace): readonly string[] {
  return [...trace.variables.keys()].filter((name) => TELLING.test(name) && !USUAL_VARIABLES.includes(name));
}

/** The best of some variables that are compared with something once they have a value. */
function searchAmong<R>(
  options: EnvironmentOptions<R>,
  candidates: readonly string[],
  first: string,
  known?: R,
): Search<R> | undefined {
  if (candidates.length === 0) return undefined;
  const run = known ?? options.run(assign(candidates, first));
  const { comparisons } = options.traceOf(run);
  const compared = candidates.filter((name) => looksDeployed(name, comparisons.get(name)));
  const [variable] = compared;
  if (variable === undefined) return undefined;
  const alone = compared.length === 1 ? run : options.run(assign([variable], first));
  return startSearch(options, variable, first, alone);
}

function looksDeployed(name: string, values: ReadonlySet<string> | undefined): boolean {
  if (!values) return false;
  return USUAL_VARIABLES.includes(name) || [...values].some(isDeploymentName);
}

function firstValue<R>({ requested, configured }: EnvironmentOptions<R>): string {
  return requested[0] ?? configured?.values[0] ?? FIRST_VALUE;
}

function startSearch<R>(options: EnvironmentOptions<R>, variable: string, first: string, run: R): Search<R> {
  const search = {
    options,
    variable,
    done: new Map<string, R>(),
    compared: new Set<string>(),
    defaults: new Set<string>(),
  };
  learn(search, first, run);
  return search;
}

function learn<R>(search: Search<R>, value: string, run: R): void {
  const trace = search.options.traceOf(run);
  search.done.set(value, run);
  for (const found of trace.comparisons.get(search.variable) ?? []) search.compared.add(found);
  for (const found of trace.variables.get(search.variable) ?? []) search.defaults.add(found);
}

/** Runs what is not run yet, until no run compares the variable with something new. */
function runAll<R>(search: Search<R>): EnvironmentRuns<R> {
  let values = valuesOf(search);
  for (let next = nextValue(search, values); next !== undefined; next = nextValue(search, values)) {
    learn(search, next, search.options.run(assign([search.variable], next)));
    values = valuesOf(search);
  }
  const chosen = values.slice(0, MAX_ENVIRONMENTS);
  const runs = chosen.flatMap((name) => {
    const run = search.done.get(name);
    return run === undefined ? [] : [{ name, run }];
  });
  const [unnamed] = search.done.values();
  // Compared with nothing that serves ("test"): the answer is the same everywhere.
  if (runs.length === 0 && unnamed !== undefined) return { runs: [{ name: '', run: unnamed }], limits: [] };
  const left = values.slice(MAX_ENVIRONMENTS);
  const limits =
    left.length === 0
      ? []
      : [
          `${search.variable} can also be ${left.join(', ')}; no more than ${MAX_ENVIRONMENTS} environments are run`,
        ];
  return { runs, limits };
}

function nextValue<R>(search: Search<R>, values: readonly string[]): string | undefined {
  return values.slice(0, MAX_ENVIRONMENTS).find((value) => !search.done.has(value));
}

function valuesOf<R>({ options, variable, compared, defaults }: Search<R>): readonly string[] {
  if (options.requested.length > 0) return [...new Set(options.requested)];
  const given = options.configured?.values ?? [];
  const found = worthRunning([...compared], [...defaults, ...options.fileValues(variable)], given.length > 0);
  return [...new Set([...given, ...found])];
}

function assign(variables: readonly string[], value: string): Environment {
  const assigned = new Map(variables.map((variable) => [variable, value]));
  return isTestName(value)
    ? { name: value, variables: assigned }
    : { name: value, variables: assigned, neverSet: isTestRunnerVariable };
}

function isTestRunnerVariable(name: string): boolean {
  return /^(?:PYTEST(?:_\w+)?|TESTING|TEST_MODE|UNIT_TEST(?:ING)?|TOX_\w+)$/.test(name);
}
