/** What the client can do, told once from its `initialize` request. Must not know what the server does with it. */
import type { InitializeParams } from 'vscode-languageserver/node';
import { CLIENT_COMMANDS } from '../protocol/commands.ts';
import type { InitializationOptions } from '../protocol/messages.ts';
import { isRecord } from './parameters.ts';
import { chosenEncoding, type PositionEncoding } from './positions.ts';

export interface ClientFacts {
  readonly encoding: PositionEncoding;
  /** Diagnostics are fetched; otherwise they are sent. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly markdown: boolean;
  readonly progress: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesConfiguration: boolean;
  readonly workspaceFolders: boolean;
  /** Edits of code actions may be told when one is chosen. */
  readonly resolvesActions: boolean;
  /** Edits may name versions and create files. */
  readonly documentChanges: boolean;
  readonly commands: ReadonlySet<string>;
  readonly options: InitializationOptions;
}

export function clientFacts({ capabilities, initializationOptions }: InitializeParams): ClientFacts {
  const { textDocument, workspace, window, general } = capabilities;
  const options: InitializationOptions = isRecord(initializationOptions) ? initializationOptions : {};
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  return {
    encoding: chosenEncoding(general?.positionEncodings),
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    tags: (pulled?.tagSupport ?? published?.tagSupport) !== undefined,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    documentChanges:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    commands: new Set(Array.isArray(options.commands) ? options.commands : Object.values(CLIENT_COMMANDS)),
    options,
  };
}
