/** Runs a suite under the Python debugger, with the probe. Must not know the Testing view. */
import * as vscode from 'vscode';
import type { PreparedSuite, RunSuiteParams, SuiteRun } from '../../../server/src/protocol/suites.ts';
import type { SuiteRequests } from './requests.ts';

const DEBUGGER = 'ms-python.debugpy';

/** Undefined where the suite cannot be debugged, which the person is told. */
export async function debugSuite(
  requests: SuiteRequests,
  params: RunSuiteParams,
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<SuiteRun | undefined> {
  if (!vscode.extensions.getExtension(DEBUGGER))
    return cannot('The Python Debugger extension is not installed, so suites can be run, but not debugged.');
  const prepared = await requests.prepare(params);
  if (!prepared) return cannot('The suite could not be prepared. The log says why.');
  const target = targetOf(prepared.command);
  if (target) await waitForDebugger(params.run, folder, { ...prepared, ...target }, token);
  const result = await requests.finish(params.run);
  if (!target)
    return cannot(
      `Only suites that start Python directly can be debugged, and this one is \`${prepared.command}\`.`,
    );
  return result ?? undefined;
}

function cannot(message: string): undefined {
  void vscode.window.showInformationMessage(message);
  return undefined;
}

type Target =
  | { readonly module: string; readonly args: readonly string[] }
  | { readonly program: string; readonly args: readonly string[] };

/** `python -m MODULE ...`, `pytest ...`, `python FILE ...`; anything else is not Python's own command line. */
export function targetOf(command: string): Target | undefined {
  if (/[|&;<>$`(]/.test(command)) return undefined;
  const [first = '', ...rest] = (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) =>
    word.replace(/^(["'])(.*)\1$/, '$2'),
  );
  if (first === 'pytest') return { module: 'pytest', args: rest };
  if (!/^python[\d.]*$/.test(first)) return undefined;
  const [option = '', name = '', ...args] = rest;
  if (option === '-m') return { module: name, args };
  return option === '' || option.startsWith('-') ? undefined : { program: option, args: rest.slice(1) };
}

async function waitForDebugger(
  run: string,
  folder: vscode.WorkspaceFolder,
  prepared: PreparedSuite & Target,
  token: vscode.CancellationToken,
): Promise<void> {
  const { folder: cwd, variables, python, command: _command, ...target } = prepared;
  const configuration: vscode.DebugConfiguration = {
    ...target,
    ...{
      type: 'debugpy',
      request: 'launch',
      name: `Wiretrace: ${prepared.command}`,
      console: 'internalConsole',
    },
    ...{ cwd, env: variables, subProcess: true, wiretraceRun: run },
    ...(python === null ? {} : { python }),
  };
  const isThis = (session: vscode.DebugSession): boolean =>
    session.configuration['wiretraceRun'] === run && !session.parentSession;
  const subscriptions: vscode.Disposable[] = [];
  const ended = new Promise<void>((resolve) => {
    subscriptions.push(vscode.debug.onDidTerminateDebugSession((session) => isThis(session) && resolve()));
    subscriptions.push(
      token.onCancellationRequested(() => {
        const session = vscode.debug.activeDebugSession;
        void vscode.debug.stopDebugging(session && isThis(session) ? session : undefined);
      }),
    );
  });
  try {
    if (await vscode.debug.startDebugging(folder, configuration)) await ended;
  } finally {
    vscode.Disposable.from(...subscriptions).dispose();
  }
}
