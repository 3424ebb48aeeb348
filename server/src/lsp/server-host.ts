/** What the language server asks of the machine. Must not know Node: `platform/` and tests provide it. */
import type { MessageReader, MessageWriter } from 'vscode-languageserver/node';

export interface ServerHost {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The analyses, in their own thread: `AnalysisCalls` by name. */
  readonly analysis: Calls;
  /** Text of a file by its absolute path; for positions in files that are not open. */
  readonly readText: (path: string) => string | undefined;
  /** URI of the folder that the checks' pages stand in, without a slash at its end. */
  readonly documentation: string;
  /** Of the product. */
  readonly version: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Bytes that this process occupies. */
  readonly memoryInUse: () => number;
}

export interface Calls {
  /** Rejects with an error named `CancelledError` once it is cancelled, and `ThreadLostError` where the other side is gone. */
  readonly call: (name: string, parameters: unknown, options?: CallOptions) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface CallOptions {
  /** Is handed what cancels the call. */
  readonly onCancel?: (cancel: () => void) => void;
  readonly onProgress?: (value: unknown) => void;
}
