/** The two ways to a client: a channel between processes, or a pair of streams. Must not know what is said. */
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

export function channelTransport(process: NodeJS.Process): Transport {
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

export function streamTransport(streams: {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}): Transport {
  return { reader: new StreamMessageReader(streams.input), writer: new StreamMessageWriter(streams.output) };
}
