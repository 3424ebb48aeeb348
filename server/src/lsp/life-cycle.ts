/**
 * A reader that lets through what may come at its time and has the right shape, and answers the rest itself: the library does neither.
 * Rules: Language Server Protocol 3.18, "Server lifecycle". Must not know what messages do.
 */
import { ErrorCodes } from 'vscode-languageserver/node';
import type {
  Disposable,
  Message,
  MessageReader,
  MessageWriter,
  RequestMessage,
} from 'vscode-languageserver/node';
import { isRecord, parameterProblem } from './parameters.ts';

export interface GuardOptions {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly log: (message: string) => void;
}

type Stage = 'before' | 'running' | 'shut-down';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

export function guardedReader({ reader, writer, log }: GuardOptions): MessageReader {
  let stage: Stage = 'before';
  const pass = (message: Message): boolean => {
    const method = methodOf(message);
    // A response to a request of ours.
    if (method === undefined) return true;
    const isRequest = 'id' in message && message.id !== null;
    const refusal = refusalOf(stage, method, message);
    if (!refusal) {
      if (method === 'initialize') stage = 'running';
      if (method === 'shutdown') stage = 'shut-down';
      return true;
    }
    if (isRequest) answer(writer, message as RequestMessage, refusal, log);
    else log(`${method} is passed over: ${refusal.message}`);
    return false;
  };
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback): Disposable =>
      reader.listen((message) => {
        if (pass(message)) callback(message);
      }),
    dispose: () => reader.dispose(),
  };
}

function refusalOf(stage: Stage, method: string, message: Message): Refusal | undefined {
  if (method === 'exit') return undefined;
  if (stage === 'before' && method !== 'initialize')
    return { code: ErrorCodes.ServerNotInitialized, message: 'the server is not initialized yet' };
  if (stage === 'shut-down')
    return { code: ErrorCodes.InvalidRequest, message: 'the server has been shut down' };
  if (stage === 'running' && method === 'initialize')
    return { code: ErrorCodes.InvalidRequest, message: 'the server is initialized already' };
  const problem = parameterProblem(method, 'params' in message ? message.params : undefined);
  return problem === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: problem };
}

function methodOf(message: Message): string | undefined {
  return isRecord(message) && 'method' in message && typeof message.method === 'string'
    ? message.method
    : undefined;
}

function answer(
  writer: MessageWriter,
  request: RequestMessage,
  error: Refusal,
  log: (message: string) => void,
): void {
  const response = { jsonrpc: '2.0', id: request.id, error };
  writer.write(response).catch((reason: unknown) => log(`an answer could not be sent: ${String(reason)}`));
}
