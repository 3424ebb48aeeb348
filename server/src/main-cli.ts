/** Composition root of the command line: joins this machine, the analysis and the library models. Holds no logic. */
import { createRequire } from 'node:module';
import process from 'node:process';
import type { TypeScriptSupport } from './analysis/api.ts';
import { analyze } from './analysis/analyze.ts';
import { fixAll } from './analysis/fix-all.ts';
import { callGraph } from './analysis/call-graph.ts';
import { EXIT_CODES } from './cli/failures.ts';
import { runCommandLine } from './cli/run.ts';
import type * as TypeScriptPart from './main-typescript.ts';
import { PYTHON_MODELS } from './models/python/registry.ts';
import { openFolders } from './platform/folders.ts';
import { SUITE_MACHINE } from './platform/suite-machine.ts';
import { openOutput } from './platform/terminal.ts';
import { tuneForOneAnalysis } from './platform/v8-tuning.ts';
import { connectWebSocket } from './platform/web-socket.ts';
import { PROBE_FILES } from './suite/probe-files.ts';

/** Put in by scripts/build.mjs, from package.json. */
declare const WIRETRACE_VERSION: string;

tuneForOneAnalysis();

/** A bundle of its own beside this one: loading it costs more than most analyses. */
function loadTypeScript(): TypeScriptSupport {
  const part = createRequire(__filename)('./typescript.cjs') as typeof TypeScriptPart;
  return part.typescript;
}

// Node's own exit code for an error that nobody catches is 1, which means findings here.
process.on('uncaughtException', (error) => {
  process.stderr.write(`wiretrace: internal error: ${String(error)}\n`);
  process.exit(EXIT_CODES.internalError);
});

const code = runCommandLine(
  {
    out: openOutput(process.stdout, process.env),
    err: openOutput(process.stderr, process.env),
    folders: openFolders(process.cwd()),
    analyze,
    fixAll,
    callGraph,
    models: { python: PYTHON_MODELS, typescript: loadTypeScript },
    suites: { machine: SUITE_MACHINE, probe: PROBE_FILES, connect: connectWebSocket },
    clock: () => performance.now(),
    version: WIRETRACE_VERSION,
  },
  process.argv.slice(2),
);
// The exit code is set, not the process ended: a pipe may still have to take the rest of the output.
if (typeof code === 'number') process.exitCode = code;
else
  void code.then((late) => {
    process.exitCode = late;
  });
