/** The extension's beginning and end: makes the parts and joins them. Must hold no logic of its own. */
import * as vscode from 'vscode';
import type { SuiteRun } from '../../server/src/protocol/suites.ts';
import { createClient, type WiretraceClient } from './client.ts';
import { registerCommands } from './commands/register.ts';
import { registerMarks } from './suite/marks.ts';
import { registerTesting } from './suite/testing.ts';
import { registerExplanations } from './views/explanation.ts';
import { registerStatusItem } from './views/status-item.ts';
import { registerTraceDocuments } from './views/trace-document.ts';

let running: WiretraceClient | undefined;

/** What other extensions get. */
export interface WiretraceApi {
  /** Fires after each run of an event suite. */
  readonly onEventSuiteResult: vscode.Event<SuiteRun>;
}

export async function activate(context: vscode.ExtensionContext): Promise<WiretraceApi> {
  const client = createClient(context);
  running = client;
  const traces = registerTraceDocuments(client);
  const explanations = registerExplanations(client);
  const testing = registerTesting(client);
  context.subscriptions.push(client.log, traces, explanations, testing);
  context.subscriptions.push(
    registerStatusItem(client, testing.onResult),
    registerMarks(client, testing.onResult),
    registerCommands({ context, client, traces, explanations, testing }),
  );
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => client.grantTrust()));
  await client.start();
  return { onEventSuiteResult: testing.onResult };
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
