/**
 * What the scripts of a `package.json` start, where they start a program with a runtime of JavaScript. Commands are data; none is ever run.
 * Must not know which of the files exist.
 */

/** What a command names. */
export type ScriptReference =
  /** Words that may name the file that a runtime runs, the likeliest first. */
  | { readonly kind: 'file'; readonly words: readonly string[]; readonly folder: string }
  /** Another script, of this package or of the one in another folder or of another name. */
  | {
      readonly kind: 'script';
      readonly name: string;
      readonly folder: string;
      readonly package: string | undefined;
    }
  /** A framework's own command, which knows where the program is. */
  | { readonly kind: 'nest'; readonly folder: string; readonly project: string | undefined };

const RUNTIMES =
  /^(?:node|nodejs|tsx|ts-node(?:-dev|-esm)?|tsnd|nodemon|bun|bunx|deno|babel-node|swc-node|esr|esno|jiti|pm2|pm2-runtime|forever|node-dev|vite-node|dotenvx?)$/;
const MANAGERS = /^(?:npm|yarn|pnpm)$/;
/** Options that take the next word. */
const WITH_VALUE =
  /^(?:-r|--require|--import|--loader|--experimental-loader|-e|--ext|--watch-path|-w|--ignore|-i|--delay|-P|--project|--tsconfig|--env-file|--name|-n|--max-old-space-size|--inspect-port|--cwd)$/;

/** References of a command line, in order. */
export function scriptReferences(command: string, folder = ''): readonly ScriptReference[] {
  const found: ScriptReference[] = [];
  let inside = folder;
  for (const words of simpleCommands(command)) {
    const [first = '', second] = words;
    if (first === 'cd' && second !== undefined) inside = `${inside === '' ? '' : `${inside}/`}${second}`;
    else found.push(...ofWords(words, inside));
  }
  return found;
}

function ofWords(words: readonly string[], folder: string): readonly ScriptReference[] {
  for (const [index, word] of words.entries()) {
    const program = word.slice(word.lastIndexOf('/') + 1);
    const rest = words.slice(index + 1);
    if (program === 'nest' && rest[0] === 'start')
      return [{ kind: 'nest', folder, project: rest.find((each, at) => at > 0 && !each.startsWith('-')) }];
    if (MANAGERS.test(program)) return ofManager(rest, folder);
    if (program === 'bun' && rest[0] === 'run' && rest[1] !== undefined && !/[./]/.test(rest[1]))
      return [{ kind: 'script', name: rest[1], folder, package: undefined }];
    if (RUNTIMES.test(program)) return ofRuntime(rest, folder);
    // `concurrently "npm run server" "npm run client"`: commands in quotes.
    if (/\s/.test(word)) {
      const inner = words.filter((each) => /\s/.test(each)).flatMap((each) => scriptReferences(each, folder));
      if (inner.length > 0) return inner;
    }
  }
  return words.filter((word) => /\s/.test(word)).flatMap((word) => scriptReferences(word, folder));
}

function ofRuntime(words: readonly string[], folder: string): readonly ScriptReference[] {
  const files: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '-x' || word === '--exec') {
      const inner = scriptReferences(words[index + 1] ?? '', folder);
      if (inner.length > 0) return inner;
      index++;
    } else if (WITH_VALUE.test(word)) index++;
    else if (/\s/.test(word)) return scriptReferences(word, folder);
    else if (word === '--') continue;
    else if (!word.startsWith('-')) files.push(word);
  }
  // `nodemon ts-node src/index.ts`: the runtime that is run is no file.
  const own = files.filter(
    (word) => !RUNTIMES.test(word) && word !== 'run' && word !== 'watch' && word !== 'start',
  );
  return own.length > 0 ? [{ kind: 'file', words: own, folder }] : [{ kind: 'file', words: ['.'], folder }];
}

function ofManager(words: readonly string[], folder: string): readonly ScriptReference[] {
  let inside = folder;
  let name: string | undefined;
  let workspace: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const [option = word, value] = word.split('=');
    if (/^(?:--prefix|-C|--dir|--cwd)$/.test(option)) inside = value ?? words[++index] ?? inside;
    else if (/^(?:-w|--workspace|--filter|-F|workspace)$/.test(option)) workspace = value ?? words[++index];
    else if (word === 'run' || word === 'run-script' || word.startsWith('-')) continue;
    else name ??= word;
  }
  return name === undefined ? [] : [{ kind: 'script', name, folder: inside, package: workspace }];
}

/** Commands between `&&`, `;`, `|` and `&`, as words; words in quotes stay together, leading assignments are left out. */
function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [, double, single, operator, plain] of line.matchAll(WORD)) {
    if (operator !== undefined) commands.push([]);
    else commands.at(-1)?.push((double ?? single ?? plain ?? '').replaceAll(/\\(.)/g, '$1'));
  }
  return commands
    .map((words) =>
      words.filter(
        (word, index) =>
          !isAssignment(word) ||
          words.slice(0, index).some((each) => !isAssignment(each) && each !== 'cross-env'),
      ),
    )
    .filter((words) => words.length > 0);
}

function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*=/.test(word);
}

const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||[;|&\n])|((?:[^\s"';|&\\]|\\.)+)/g;
