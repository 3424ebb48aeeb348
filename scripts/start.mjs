// `npm start [-- PATH ...]`: sets up what is missing, then checks PATH, or the example when none is given.
import { CLI_BUNDLE, ROOT, runNode } from './lib/project.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

const EXAMPLE = ['check', 'examples/chat-backend'];
const COMMANDS = ['check', 'trace', 'explain', 'calls', 'help'];
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
  return runNode([CLI_BUNDLE, ...withCommand(args)], { cwd: process.env.INIT_CWD ?? ROOT });
}

/** `npm start -- PATH` is short for `wiretrace check PATH`. */
function withCommand(args) {
  const [first] = args;
  return COMMANDS.includes(first) || first.startsWith('-') ? args : ['check', ...args];
}
