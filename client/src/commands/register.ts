/** Registers the commands, each with what it needs. Must not know what they do. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS } from '../../../server/src/protocol/commands.ts';
import type { WiretraceClient } from '../client.ts';
import type { Testing } from '../suite/testing.ts';
import type { Explanations } from '../views/explanation.ts';
import type { TraceDocuments } from '../views/trace-document.ts';
import { copyDebugInformation } from './copy-debug-information.ts';
import { createConfiguration } from './create-configuration.ts';
import { explainFinding } from './explain-finding.ts';
import { listenToServer, storeToken } from './listen.ts';
import { loadEventSuiteResult } from './load-event-suite-result.ts';
import { COMMANDS } from './names.ts';
import { runEventSuite, runEventSuiteInEnvironment } from './run-event-suite.ts';
import { showCheck } from './show-check.ts';
import { showInjections } from './show-injections.ts';
import { traceStartup } from './trace-startup.ts';

export interface CommandContext {
  readonly context: vscode.ExtensionContext;
  readonly client: WiretraceClient;
  readonly traces: TraceDocuments;
  readonly explanations: Explanations;
  readonly testing: Testing;
}

type Command = (context: CommandContext, argument: unknown) => unknown;

const TABLE: Readonly<Record<string, Command>> = {
  [CLIENT_COMMANDS.traceStartup]: traceStartup,
  [CLIENT_COMMANDS.explainFinding]: explainFinding,
  [CLIENT_COMMANDS.showInjections]: showInjections,
  [CLIENT_COMMANDS.showCheck]: showCheck,
  [CLIENT_COMMANDS.runEventSuite]: runEventSuite,
  [COMMANDS.runEventSuiteInEnvironment]: runEventSuiteInEnvironment,
  [COMMANDS.loadEventSuiteResult]: loadEventSuiteResult,
  [COMMANDS.listen]: listenToServer,
  [COMMANDS.storeToken]: storeToken,
  [COMMANDS.traceEnvironment]: traceStartup,
  [COMMANDS.restartServer]: ({ client }) => client.restart(),
  [COMMANDS.showLog]: ({ client }) => client.log.show(),
  [COMMANDS.copyDebugInformation]: copyDebugInformation,
  [COMMANDS.createConfiguration]: createConfiguration,
};

export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(TABLE).map(([name, command]) =>
      vscode.commands.registerCommand(name, (argument: unknown) =>
        reported(context, name, command, argument),
      ),
    ),
  );
}

/** A command that fails says so to the person who called it, and to the log. */
async function reported(
  context: CommandContext,
  name: string,
  command: Command,
  argument: unknown,
): Promise<void> {
  try {
    await command(context, argument);
  } catch (error) {
    const { log } = context.client;
    log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    void offerLog(log);
  }
}

async function offerLog(log: vscode.LogOutputChannel): Promise<void> {
  const choice = await vscode.window.showErrorMessage(
    'Wiretrace could not do this. The log says why.',
    'Show Log',
  );
  if (choice === 'Show Log') log.show();
}
