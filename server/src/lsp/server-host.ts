/** What the language server asks of the machine. Must not know Node: `platform/` and tests provide it. */
import type { MessageReader, MessageWriter } from 'vscode-languageserver/node';
import type { FileSystem } from '../source/file-system.ts';
import type { Connect } from '../suite/listen.ts';
import type { SuiteMachine } from '../suite/suite.ts';

export interface ServerHost {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The analyses, in their own thread: `AnalysisCalls` by name. */
  readonly analysis: Calls;
  /** For runs of event suites; without it, there are none. */
  readonly suites?: SuiteServices;
  /** Text of a file by its absolute path; for positions in files that are not open. */
  readonly readText: (path: string) => string | undefined;
  /** URI of the folder that the checks' pages stand in, without a slash at its end. */
  readonly documentation: string;
  /** Of the product. */
  readonly version: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Calls back with errors that nobody caught: they are said in the log, and the server goes on. */
  readonly onStrayError: (listener: (error: unknown) => void) => void;
  /** Bytes that this process occupies. */
  readonly memoryInUse: () => number;
}

export interface SuiteServices {
  readonly machine: SuiteMachine;
  /** The probe's files: names and texts. */
  readonly probe: Readonly<Record<string, string>>;
  readonly connect: Connect;
  /** The files below an absolute path. */
  readonly open: (root: string) => FileSystem;
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
