/** Composition root of the language server: this file is the server, and the thread that its analyses run in. Holds no logic. */
import { createRequire } from 'node:module';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import type { TypeScriptSupport } from './analysis/api.ts';
import { callByName, createAnalysisService } from './analysis/editor/service.ts';
import { startServer } from './lsp/start-server.ts';
import { channelTransport, streamTransport } from './lsp/transport.ts';
import type * as TypeScriptPart from './main-typescript.ts';
import { PYTHON_MODELS } from './models/python/registry.ts';
import { DiskFileSystem } from './platform/disk-file-system.ts';
import { documentationBeside, onStrayError, openStandardStreams } from './platform/server-transport.ts';
import { SUITE_MACHINE } from './platform/suite-machine.ts';
import { readTextFile } from './platform/text-file.ts';
import { collectingAtRest, tuneForManyAnalyses } from './platform/v8-tuning.ts';
import { connectWebSocket } from './platform/web-socket.ts';
import { answerCalls, openCalls } from './platform/worker-calls.ts';
import { PROBE_FILES } from './suite/probe-files.ts';

/** Put in by scripts/build.mjs, from package.json. */
declare const WIRETRACE_VERSION: string;

const clock = (): number => performance.now();

/** As in main-cli.ts: nothing of it is loaded where there is no file of that language to be read. */
function loadTypeScript(): TypeScriptSupport {
  const part = createRequire(__filename)('./typescript.cjs') as typeof TypeScriptPart;
  return part.typescript;
}

if (isMainThread) {
  const isChannel = process.argv.includes('--node-ipc');
  startServer({
    ...(isChannel ? channelTransport(process) : streamTransport(openStandardStreams())),
    analysis: openCalls(__filename),
    suites: {
      ...{ machine: SUITE_MACHINE, probe: PROBE_FILES, connect: connectWebSocket },
      open: (root) => new DiskFileSystem(root),
    },
    readText: readTextFile,
    documentation: documentationBeside(__filename),
    version: WIRETRACE_VERSION,
    clock,
    onStrayError,
    memoryInUse: () => process.memoryUsage().rss,
  });
} else {
  // The code of the analyses runs in this thread.
  tuneForManyAnalyses();
  const service = createAnalysisService({
    open: (root) => new DiskFileSystem(root),
    models: { python: PYTHON_MODELS, typescript: loadTypeScript },
    clock,
    memoryInUse: () => process.memoryUsage().heapUsed,
  });
  const answer = callByName(service);
  const called = collectingAtRest();
  answerCalls((...call) => {
    called();
    return answer(...call);
  });
}
