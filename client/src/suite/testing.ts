/** The Testing view: suites with their events and tests, one run profile per environment, debugging, runs on save. Must not know how a suite is run. */
import * as vscode from 'vscode';
import type { RunSuiteParams, SuiteItem, SuiteRun } from '../../../server/src/protocol/suites.ts';
import type { WiretraceClient } from '../client.ts';
import { debugSuite } from './debugging.ts';
import { type Items, type Meaning, showSuites, suitesOf } from './items.ts';
import { chosenInterpreter } from './python-extension.ts';
import { showResult } from './results.ts';

export interface Testing extends vscode.Disposable {
  readonly onResult: vscode.Event<SuiteRun>;
  /** The suites of all folders, as items. */
  suites(): Promise<readonly vscode.TestItem[]>;
  /** Runs suites as the view does; undefined: without choosing an environment. */
  run(suites: readonly vscode.TestItem[], environment: string | undefined): Promise<void>;
  /** All environments that startup distinguishes. */
  environments(): Promise<readonly string[]>;
  /** Shows the result of an earlier run. */
  showLoaded(folder: vscode.WorkspaceFolder, result: SuiteRun): void;
  meaningOf(item: vscode.TestItem): Meaning | undefined;
}

interface Context extends Items {
  readonly client: WiretraceClient;
  readonly results: vscode.EventEmitter<SuiteRun>;
  readonly profiles: Map<string, vscode.TestRunProfile>;
  runs: number;
}

/** Files of a save come in bursts. Milliseconds. */
const SAVE_DELAY = 500;

export function registerTesting(client: WiretraceClient): Testing {
  const controller = vscode.tests.createTestController('wiretrace.events', 'Wiretrace Events');
  const results = new vscode.EventEmitter<SuiteRun>();
  const context: Context = {
    client,
    controller,
    results,
    meanings: new WeakMap(),
    profiles: new Map(),
    runs: 0,
  };
  controller.resolveHandler = (item) => (item ? undefined : refresh(context));
  controller.refreshHandler = () => refresh(context);
  const { Run, Debug } = vscode.TestRunProfileKind;
  const plain = controller.createRunProfile(
    'Run',
    Run,
    (request, token) => runRequest(context, request, token, undefined),
    true,
  );
  plain.supportsContinuousRun = true;
  controller.createRunProfile(
    'Debug',
    Debug,
    (request, token) => runRequest(context, request, token, undefined),
    true,
  );
  const analysed = client.onAnalysed(() => void showEnvironments(context));
  return {
    onResult: results.event,
    suites: async () => {
      await refresh(context);
      return [...controller.items].map(([, item]) => item);
    },
    run: (include, environment) =>
      runRequest(context, new vscode.TestRunRequest(include), undefined, environment),
    environments: () => environmentsOf(context),
    showLoaded: (folder, result) => showLoaded(context, folder, result),
    meaningOf: (item) => context.meanings.get(item),
    dispose: () => {
      vscode.Disposable.from(analysed, results, controller).dispose();
    },
  };
}

async function refresh(context: Context): Promise<void> {
  await showEnvironments(context);
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    showSuites(context, folder, await context.client.suites.list(folder.uri.toString()));
  }
}

async function environmentsOf({ client }: Context): Promise<readonly string[]> {
  const { folders } = await client.overview();
  return [...new Set(folders.flatMap(({ environments }) => environments))];
}

/** One profile per environment; those that startup no longer distinguishes go. */
async function showEnvironments(context: Context): Promise<void> {
  const environments = await environmentsOf(context).catch((): readonly string[] => []);
  for (const [name, profile] of context.profiles) {
    if (environments.includes(name)) continue;
    profile.dispose();
    context.profiles.delete(name);
  }
  for (const name of environments) {
    if (context.profiles.has(name)) continue;
    const profile = context.controller.createRunProfile(
      `Run in ${name}`,
      vscode.TestRunProfileKind.Run,
      (request, token) => runRequest(context, request, token, name),
    );
    profile.supportsContinuousRun = true;
    context.profiles.set(name, profile);
  }
}

async function runRequest(
  context: Context,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken | undefined,
  environment: string | undefined,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage('Wiretrace runs suites only in a workspace that you trust.');
    return;
  }
  if (request.continuous === true && token) return runOnSave(context, request, token, environment);
  await runOnce(context, request, token, environment);
}

function runOnSave(
  context: Context,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  environment: string | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const saved = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() =>
        token.isCancellationRequested ? undefined : runOnce(context, request, token, environment),
      );
    }, SAVE_DELAY);
  });
  token.onCancellationRequested(() => {
    clearTimeout(timer);
    saved.dispose();
  });
}

async function runOnce(
  context: Context,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken | undefined,
  environment: string | undefined,
): Promise<void> {
  const run = context.controller.createTestRun(request);
  const stop = new vscode.CancellationTokenSource();
  for (const source of [token, run.token]) source?.onCancellationRequested(() => stop.cancel());
  const isDebug = request.profile?.kind === vscode.TestRunProfileKind.Debug;
  try {
    const suites = suitesOf(context, request);
    for (const item of suites) run.enqueued(item);
    for (const item of suites) {
      if (stop.token.isCancellationRequested) break;
      await runSuite(context, run, item, { environment, isDebug, token: stop.token });
    }
  } finally {
    run.end();
    stop.dispose();
  }
}

interface How {
  readonly environment: string | undefined;
  readonly isDebug: boolean;
  readonly token: vscode.CancellationToken;
}

async function runSuite(
  context: Context,
  run: vscode.TestRun,
  item: vscode.TestItem,
  how: How,
): Promise<void> {
  const meaning = context.meanings.get(item);
  if (meaning?.kind !== 'suite') return;
  run.started(item);
  for (const [, child] of item.children) run.started(child);
  const params = await paramsOf(context, meaning, how.environment);
  const output = context.client.suites.onOutput(params.run, (text) =>
    run.appendOutput(text.replaceAll(/\r?\n/g, '\r\n'), undefined, item),
  );
  try {
    const result = await resultOf(context, params, meaning, how);
    if (!result) {
      run.errored(item, new vscode.TestMessage('The suite was not run. The log of Wiretrace says why.'));
      return;
    }
    showResult(context, run, item, result);
    if (result.isCancelled) run.skipped(item);
    context.results.fire(result);
  } catch (error) {
    if (how.token.isCancellationRequested) run.skipped(item);
    else run.errored(item, new vscode.TestMessage(error instanceof Error ? error.message : String(error)));
  } finally {
    output.dispose();
  }
}

async function resultOf(
  context: Context,
  params: RunSuiteParams,
  meaning: Meaning & { kind: 'suite' },
  how: How,
): Promise<SuiteRun | null | undefined> {
  if (!how.isDebug) return context.client.suites.run(params, how.token);
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(meaning.folder));
  return folder && debugSuite(context.client.suites, params, folder, how.token);
}

async function paramsOf(
  context: Context,
  meaning: Meaning & { kind: 'suite' },
  environment: string | undefined,
): Promise<RunSuiteParams> {
  const python = await chosenInterpreter(vscode.Uri.parse(meaning.folder));
  return {
    ...{ run: String(++context.runs), folder: meaning.folder, suite: meaning.suite.id },
    ...(environment === undefined ? {} : { environment }),
    ...(python === undefined ? {} : { python }),
  };
}

function showLoaded(context: Context, folder: vscode.WorkspaceFolder, result: SuiteRun): void {
  const suite: SuiteItem = {
    ...{ id: result.suite, name: result.name, command: 'an earlier run', file: null, origin: 'found' },
    events: result.events.map(({ name }) => name),
  };
  const item = context.controller.createTestItem(`loaded#${result.suite}`, result.name);
  item.description = suite.command;
  context.controller.items.add(item);
  for (const name of suite.events) {
    const child = context.controller.createTestItem(`${item.id}#event#${name}`, name);
    context.meanings.set(child, { kind: 'event', name });
    item.children.add(child);
  }
  context.meanings.set(item, { kind: 'suite', folder: folder.uri.toString(), suite });
  const run = context.controller.createTestRun(new vscode.TestRunRequest([item]), result.name, false);
  showResult(context, run, item, result);
  run.end();
  context.results.fire(result);
}
