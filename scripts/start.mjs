// `npm start [-- PATH ...]`: sets up what is missing, then checks PATH, or the example when none is given.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLI_BUNDLE, ROOT, runNode } from './lib/project.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

const EXAMPLE = ['check', 'examples/chat-backend'];
const FINDINGS = 1;

const log = (text) => console.error(`wiretrace: ${text}`);

process.exit(main(process.argv.slice(2)));

function main(args) {
  const failed = ensurePackages(log) || ensureBuild(log);
  if (failed) return failed;
  if (args.length === 0) {
    // The example has mistakes in it on purpose: that they are found is the success of this command.
    const code = runNode([CLI_BUNDLE, ...EXAMPLE]);
    return code === FINDINGS ? 0 : code;
  }
  // npm changes to the package's folder; paths are meant from where the user is.
  const cwd = process.env.INIT_CWD ?? ROOT;
  return runNode([CLI_BUNDLE, ...withCommand(args, cwd)], { cwd });
}

/** `npm start -- PATH` is short for `wiretrace check PATH`; what is no path is a command with its arguments. */
function withCommand(args, cwd) {
  const [first] = args;
  const isPath = !first.startsWith('-') && (/[./\\]/.test(first) || existsSync(resolve(cwd, first)));
  return isPath ? ['check', ...args] : args;
}
