/** What the client asks the server about suites, as functions. Must not know what is shown. */
import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ArrivalParams,
  type ListenOutcome,
  type ListenParams,
  type LoadRunParams,
  type PreparedSuite,
  type RunSuiteParams,
  SUITE_METHODS,
  type SuiteItem,
  type SuiteOutput,
  type SuiteRun,
} from '../../../server/src/protocol/suites.ts';

/** Requests are rejected while the server does not run; `null` says that the server's log knows why. */
export interface SuiteRequests {
  list(folder: string): Promise<readonly SuiteItem[]>;
  run(params: RunSuiteParams, token: vscode.CancellationToken): Promise<SuiteRun | null>;
  prepare(params: RunSuiteParams): Promise<PreparedSuite | null>;
  finish(run: string): Promise<SuiteRun | null>;
  load(params: LoadRunParams): Promise<SuiteRun | null>;
  listen(params: ListenParams, token: vscode.CancellationToken): Promise<ListenOutcome | null>;
  /** What a run prints, as it comes. */
  onOutput(run: string, take: (text: string) => void): vscode.Disposable;
  onArrival(run: string, take: (arrival: ArrivalParams) => void): vscode.Disposable;
}

export function createSuiteRequests(language: LanguageClient): SuiteRequests {
  const outputs = new Map<string, (text: string) => void>();
  const arrivals = new Map<string, (arrival: ArrivalParams) => void>();
  language.onNotification(SUITE_METHODS.suiteOutput, ({ run, text }: SuiteOutput) =>
    outputs.get(run)?.(text),
  );
  language.onNotification(SUITE_METHODS.arrival, (arrival: ArrivalParams) =>
    arrivals.get(arrival.run)?.(arrival),
  );
  return {
    list: (folder) => language.sendRequest<readonly SuiteItem[]>(SUITE_METHODS.suites, { folder }),
    run: (params, token) => language.sendRequest<SuiteRun | null>(SUITE_METHODS.runSuite, params, token),
    prepare: (params) => language.sendRequest<PreparedSuite | null>(SUITE_METHODS.prepareSuite, params),
    finish: (run) => language.sendRequest<SuiteRun | null>(SUITE_METHODS.finishSuite, { run }),
    load: (params) => language.sendRequest<SuiteRun | null>(SUITE_METHODS.loadRun, params),
    listen: (params, token) =>
      language.sendRequest<ListenOutcome | null>(SUITE_METHODS.listen, params, token),
    onOutput: (run, take) => subscribe(outputs, run, take),
    onArrival: (run, take) => subscribe(arrivals, run, take),
  };
}

function subscribe<T>(takers: Map<string, T>, run: string, take: T): vscode.Disposable {
  takers.set(run, take);
  return { dispose: () => takers.delete(run) };
}
