/**
 * The trace as a read-only document: links at the end of its lines, lenses to change the environment, made anew after every
 * analysis. It folds by indentation and is coloured by its grammar. Must not know how a startup is traced.
 */
import * as vscode from 'vscode';
import type { TraceDocument, TraceLink, TraceParams } from '../../../server/src/protocol/messages.ts';
import type { WiretraceClient } from '../client.ts';
import { COMMANDS } from '../commands/names.ts';
import { paramsOfQuery, TRACE_SCHEME, traceAddress } from './trace-uri.ts';

export interface TraceDocuments extends vscode.Disposable {
  /** Says so where nothing is started from there. */
  show(params: TraceParams): Promise<void>;
}

interface Traces {
  readonly client: WiretraceClient;
  /** What open documents show, by their address. */
  readonly shown: Map<string, TraceDocument>;
}

const NOTHING = 'Nothing is started from here any more: no entry point was found.\n';

export function registerTraceDocuments(client: WiretraceClient): TraceDocuments {
  const traces: Traces = { client, shown: new Map() };
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const selector = { scheme: TRACE_SCHEME };
  const registrations = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(TRACE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => textOf(traces, uri, token),
    }),
    vscode.languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: ({ uri }) => linksOf(traces, uri).map(documentLink),
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: ({ uri }, { line }) =>
        linksOf(traces, uri)
          .filter((link) => link.line === line)
          .map(definition),
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      provideCodeLenses: ({ uri }) => lensesOf(traces, uri),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => traces.shown.delete(uri.toString())),
    client.onAnalysed(() => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === TRACE_SCHEME) changed.fire(uri);
    }),
  );
  return { show: (params) => show(traces, params), dispose: () => void registrations.dispose() };
}

async function show(traces: Traces, params: TraceParams): Promise<void> {
  const found = await traces.client.trace(params);
  if (!found) {
    void vscode.window.showInformationMessage(
      'Wiretrace found no entry point here. Name one in wiretrace.json (Wiretrace: Create Configuration).',
    );
    return;
  }
  const uri = addressOf(found, params.uri);
  traces.shown.set(uri.toString(), found);
  const line = lineOf(found, params);
  const selection = line === undefined ? {} : { selection: new vscode.Range(line, 0, line, 0) };
  const editor = await vscode.window.showTextDocument(uri, { preview: true, ...selection });
  if (line !== undefined) editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
}

/** The line of the trace that is about where the person was: the last one, what startup does last there. */
function lineOf({ links }: TraceDocument, { uri, position }: TraceParams): number | undefined {
  if (!position) return undefined;
  const here = vscode.Uri.parse(uri).toString();
  return links.findLast(
    ({ target }) =>
      target.range.start.line === position.line && vscode.Uri.parse(target.uri).toString() === here,
  )?.line;
}

/** Names entry point and environment, so that the document stays what it is when the cursor moves. */
function addressOf({ title, entryPoint, environment }: TraceDocument, uri: string): vscode.Uri {
  const address = traceAddress(title, { uri, entryPoint: entryPoint.id, environment });
  return vscode.Uri.from({ scheme: TRACE_SCHEME, ...address });
}

async function textOf(traces: Traces, uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
  const params = paramsOfQuery(uri.query);
  const found = params && (await traces.client.trace(params, token));
  if (!found) {
    traces.shown.delete(uri.toString());
    return NOTHING;
  }
  traces.shown.set(uri.toString(), found);
  return found.text;
}

function linksOf({ shown }: Traces, uri: vscode.Uri): readonly TraceLink[] {
  return shown.get(uri.toString())?.links ?? [];
}

function rangeOf({ line, startColumn, endColumn }: TraceLink): vscode.Range {
  return new vscode.Range(line, startColumn, line, endColumn);
}

function documentLink(link: TraceLink): vscode.DocumentLink {
  const { start } = link.target.range;
  const fragment = `L${start.line + 1},${start.character + 1}`;
  return new vscode.DocumentLink(rangeOf(link), vscode.Uri.parse(link.target.uri).with({ fragment }));
}

function definition({ target }: TraceLink): vscode.Location {
  const { start, end } = target.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return new vscode.Location(vscode.Uri.parse(target.uri), range);
}

/** One lens per environment, the shown one without a command: it says where one is. */
function lensesOf({ shown }: Traces, uri: vscode.Uri): vscode.CodeLens[] {
  const found = shown.get(uri.toString());
  if (!found || found.environments.length < 2) return [];
  const top = new vscode.Range(0, 0, 0, 0);
  return found.environments.map((environment) => {
    const isShown = environment === found.environment;
    const argument = { uri: paramsOfQuery(uri.query)?.uri, entryPoint: found.entryPoint.id, environment };
    return new vscode.CodeLens(top, {
      title: isShown ? `${environment} (shown)` : environment,
      tooltip: isShown ? 'The environment of this trace' : `Trace the same startup in ${environment}`,
      command: isShown ? '' : COMMANDS.traceEnvironment,
      arguments: [argument],
    });
  });
}
