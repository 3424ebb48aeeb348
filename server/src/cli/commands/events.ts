/** `wiretrace events`: event suites, their runs, and listening to a running server. Must not know processes or connections. */
import { NEVER_CANCELLED } from '../../base/cancellation.ts';
import type { Report } from '../../analysis/report.ts';
import { findSuites } from '../../suite/discover.ts';
import { loadResult } from '../../suite/evidence.ts';
import { criticalEvents } from '../../suite/events.ts';
import { explained } from '../../suite/explain.ts';
import { chooseInterpreter } from '../../suite/interpreter.ts';
import { listen } from '../../suite/listen.ts';
import { probePlan } from '../../suite/plan.ts';
import { runSuite } from '../../suite/run.ts';
import type { Suite, SuiteResult } from '../../suite/suite.ts';
import { EXIT_CODES, type ExitCode, UsageError } from '../failures.ts';
import type { CommandLineHost } from '../host.ts';
import { openProject, type Project, type ProjectOptions } from '../project.ts';
import { listenResult, suiteList, suiteResult } from '../text/events.ts';
import { createStyle } from '../text/style.ts';
import { type RunOptions, runAnalysis } from './analysis.ts';

export interface EventsOptions extends ProjectOptions, RunOptions {
  readonly format: 'text' | 'json';
  readonly run?: boolean;
  /** Names or commands of suites. */
  readonly suite: readonly string[];
  readonly python?: string;
  /** Folder of an earlier run. */
  readonly load?: string;
  readonly save?: string;
  readonly listen?: string;
  readonly send?: string;
  /** Name of the environment variable that holds the token. */
  readonly tokenVariable?: string;
  readonly timeLimit?: number;
}

/** All events observed in every run: 0. Otherwise 1. @throws UsageError, ConfigurationError */
export function events(
  host: CommandLineHost,
  path: string,
  options: EventsOptions,
): ExitCode | Promise<ExitCode> {
  const project = openProject(host, path, options);
  if (options.listen !== undefined) return listenTo(host, project, options, options.listen);
  const suites = chosenSuites(project, options);
  if (options.load !== undefined) return loadRun(host, project, options, options.load);
  if (options.run === true) return runSuites(host, project, options, suites);
  if (options.format === 'json') host.out.write(`${JSON.stringify({ suites }, null, 2)}\n`);
  else host.out.write(suiteList(createStyle(host.out, project.name, project.fileSystem), suites));
  return EXIT_CODES.noFindings;
}

function chosenSuites(project: Project, options: EventsOptions): readonly Suite[] {
  const all = findSuites(
    project.fileSystem,
    project.configuration,
    criticalEvents(project.configuration, undefined),
  );
  if (options.suite.length === 0) return all;
  return options.suite.map((wanted) => {
    const suite = all.find(({ name, command, file }) => [name, command, file].includes(wanted));
    if (suite !== undefined) return suite;
    const names = all.map(({ name }) => name).join(', ');
    throw new UsageError(`there is no event suite ${wanted}${names === '' ? '' : `; there are ${names}`}`);
  });
}

async function loadRun(
  host: CommandLineHost,
  project: Project,
  options: EventsOptions,
  folder: string,
): Promise<ExitCode> {
  const { report } = runAnalysis(host, project, { ...options, environment: [] });
  const wanted = criticalEvents(project.configuration, report);
  const place = host.folders.resolve(folder);
  const loaded = await loadResult(host.suites.machine, place, earlierRun(folder), wanted, project.root);
  if (loaded === undefined)
    throw new UsageError(`${folder} has neither junit.xml nor records: it is not what --save writes`);
  const result = explained(loaded, report);
  if (options.format === 'json') host.out.write(`${JSON.stringify({ results: [result] }, null, 2)}\n`);
  else host.out.write(suiteResult(createStyle(host.out, project.name, project.fileSystem), result, report));
  return isWhole(result) ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}

function earlierRun(name: string): Suite {
  return { id: name, name, command: '', folder: '', variables: {}, timeLimitSeconds: 0, origin: 'found' };
}

/** Without a choice: those of the configuration; where it has none, the one that names most events. */
async function runSuites(
  host: CommandLineHost,
  project: Project,
  options: EventsOptions,
  suites: readonly Suite[],
): Promise<ExitCode> {
  const declared = suites.filter(({ origin }) => origin === 'configuration');
  const chosen = options.suite.length > 0 ? suites : declared.length > 0 ? declared : suites.slice(0, 1);
  if (chosen.length === 0)
    throw new UsageError('there is no event suite to run; declare one under "suites" in the configuration');
  const { report } = runAnalysis(host, project, { ...options, environment: [] });
  const results: SuiteResult[] = [];
  for (const suite of chosen)
    for (const environment of options.environment.length > 0 ? options.environment : [undefined])
      results.push(await runOne(host, project, options, { suite, environment, report }));
  if (options.format === 'json') host.out.write(`${JSON.stringify({ results }, null, 2)}\n`);
  return results.every(isWhole) ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}

function isWhole({ evidence, events: observations, tests }: SuiteResult): boolean {
  const failed = tests.some(({ state }) => state !== 'passed' && state !== 'skipped');
  return evidence === 'observed' && !failed && observations.every(({ observed }) => observed);
}

interface Planned {
  readonly suite: Suite;
  readonly environment: string | undefined;
  readonly report: Report;
}

async function runOne(
  host: CommandLineHost,
  project: Project,
  options: EventsOptions,
  { suite, environment, report }: Planned,
): Promise<SuiteResult> {
  const { machine, probe } = host.suites;
  const { configuration, root, fileSystem } = project;
  const variable = configuration.environments?.variable ?? 'ENVIRONMENT';
  const interpreter = chooseInterpreter(options.python, fileSystem, configuration, suite.folder, (below) =>
    machine.join(root, below),
  );
  const wanted = criticalEvents(configuration, report);
  const style = createStyle(host.out, project.name, fileSystem);
  const result = explained(
    await runSuite({
      ...{ machine, suite, root, probe },
      plan: probePlan(report, wanted, root, machine.join),
      ...(environment === undefined ? {} : { environment: { variable, value: environment } }),
      ...(interpreter === undefined ? {} : { interpreter }),
      ...(options.save === undefined ? {} : { saveTo: host.folders.resolve(options.save) }),
      token: NEVER_CANCELLED,
      onOutput: (text) => host.err.write(text),
    }),
    report,
  );
  if (options.format === 'text') host.out.write(suiteResult(style, result, report));
  return result;
}

const LISTEN_SECONDS = 60;

async function listenTo(
  host: CommandLineHost,
  project: Project,
  options: EventsOptions,
  url: string,
): Promise<ExitCode> {
  const { machine, connect } = host.suites;
  const wanted = criticalEvents(project.configuration, undefined);
  const token = options.tokenVariable === undefined ? undefined : machine.variables[options.tokenVariable];
  if (options.tokenVariable !== undefined && token === undefined)
    throw new UsageError(`the environment variable ${options.tokenVariable} is not set`);
  const result = await listen({
    ...{ url, events: wanted, connect, now: machine.now },
    timeLimitSeconds: options.timeLimit ?? LISTEN_SECONDS,
    cancellation: NEVER_CANCELLED,
    ...(token === undefined ? {} : { token }),
    ...(options.send === undefined ? {} : { message: options.send }),
    onEvent: ({ event, seconds }) => {
      if (options.format === 'text') host.out.write(`${seconds.toFixed(3).padStart(8)} s  ${event}\n`);
    },
  });
  if (options.format === 'json')
    host.out.write(`${JSON.stringify({ url, events: wanted, ...result }, null, 2)}\n`);
  else host.out.write(listenResult(createStyle(host.out, project.name, project.fileSystem), result, wanted));
  return result.ending === 'complete' ? EXIT_CODES.noFindings : EXIT_CODES.findings;
}
