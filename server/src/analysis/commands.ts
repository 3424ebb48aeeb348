/**
 * What a shell command starts, where it starts a Python program or server. Commands are data; none is ever run.
 * Must not know which files commands stand in.
 */

/** What a command names. */
export type StartReference =
  /** `uvicorn pkg.mod:app`: a name in a module, or a factory for it. */
  | {
      readonly kind: 'application';
      readonly module: string;
      /** Without it the server looks for the usual names. */
      readonly name: string | undefined;
      readonly factory: boolean;
      /** Folder that the command changes to, or is told to look in. */
      readonly folder: string | undefined;
    }
  /** `python -m pkg`. */
  | { readonly kind: 'module'; readonly module: string; readonly folder: string | undefined }
  /** `python file.py`, `fastapi run file.py`. */
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly served: boolean;
      readonly folder: string | undefined;
    };

const SERVERS = new Set([
  'uvicorn',
  'gunicorn',
  'hypercorn',
  'daphne',
  'granian',
  'waitress-serve',
  'uwsgi',
  'sanic',
  'twistd',
]);
const INTERPRETER = /^(?:python|pypy)[\d.]*(?:\.exe)?$/;
const FOLDER_OPTIONS = new Set(['--app-dir', '--chdir', '--working-dir', '--wsgi-chdir']);
const TARGET = /^([A-Za-z_][\w.]*):([A-Za-z_][\w.]*)(\(.*\))?$/;

/** References of a command line as a shell reads it; `variables` are those that are set around it. */
export function referencesOf(
  command: string,
  variables: ReadonlyMap<string, string> = new Map(),
): readonly StartReference[] {
  const found: StartReference[] = [];
  let folder: string | undefined;
  for (const words of simpleCommands(command)) {
    const [first, second] = words;
    if (first === 'cd' && second !== undefined) folder = second;
    else found.push(...ofWords(words, folder, variables));
  }
  return found;
}

/** References of a command that is given as words (a Dockerfile's JSON form). */
export function referencesOfWords(
  words: readonly string[],
  variables: ReadonlyMap<string, string> = new Map(),
): readonly StartReference[] {
  const script = words.findIndex((word) => word === '-c' || word === '-lc' || word === '-ec');
  const inner = words[script + 1];
  if (script > 0 && inner !== undefined && /(?:^|\/)(?:ba|da|z)?sh$/.test(words[0] ?? ''))
    return referencesOf(inner, variables);
  return ofWords(words, undefined, variables);
}

function ofWords(
  words: readonly string[],
  folder: string | undefined,
  variables: ReadonlyMap<string, string>,
): readonly StartReference[] {
  for (const [index, word] of words.entries()) {
    const program = word.slice(word.lastIndexOf('/') + 1);
    const rest = words.slice(index + 1);
    const found = INTERPRETER.test(program)
      ? ofInterpreter(rest, folder, variables)
      : ofServer(program, rest, folder, variables);
    if (found) return found;
  }
  return [];
}

function ofInterpreter(
  words: readonly string[],
  folder: string | undefined,
  variables: ReadonlyMap<string, string>,
): readonly StartReference[] | undefined {
  for (const [index, word] of words.entries()) {
    if (word === '-m') {
      const module = words[index + 1];
      if (module === undefined) return [];
      return (
        ofServer(module, words.slice(index + 2), folder, variables) ?? [{ kind: 'module', module, folder }]
      );
    }
    if (word === '-c') return [];
    if (word === '-W' || word === '-X') continue;
    if (!word.startsWith('-'))
      return word.endsWith('.py') ? [{ kind: 'file', path: word, served: false, folder }] : [];
  }
  return [];
}

function ofServer(
  program: string,
  words: readonly string[],
  folder: string | undefined,
  variables: ReadonlyMap<string, string>,
): readonly StartReference[] | undefined {
  if (SERVERS.has(program)) return servedBy(words, folder);
  if (program === 'flask') return ofFlask(words, folder, variables);
  if (program === 'fastapi') return ofFastapi(words, folder);
  return undefined;
}

function servedBy(words: readonly string[], outer: string | undefined): readonly StartReference[] {
  const folder = optionValue(words, (word) => FOLDER_OPTIONS.has(word)) ?? outer;
  const isFactory = words.some((word) => word === '--factory' || word === '--call');
  for (const word of words) {
    const [, module, name, call] = TARGET.exec(word) ?? [];
    if (module === undefined || name === undefined || /^unix$|^http/.test(module)) continue;
    return [{ kind: 'application', module, name, factory: isFactory || call !== undefined, folder }];
  }
  return [];
}

/** Value of `--option value` or `--option=value`. */
function optionValue(words: readonly string[], isOption: (word: string) => boolean): string | undefined {
  for (const [index, word] of words.entries()) {
    const equals = word.indexOf('=');
    if (equals > 0 && isOption(word.slice(0, equals))) return word.slice(equals + 1);
    if (isOption(word)) return words[index + 1];
  }
  return undefined;
}

/** `flask --app pkg.mod:create_app run`, or the application that `FLASK_APP` names. */
function ofFlask(
  words: readonly string[],
  folder: string | undefined,
  variables: ReadonlyMap<string, string>,
): readonly StartReference[] {
  if (!words.includes('run')) return [];
  const application =
    optionValue(words, (word) => word === '--app' || word === '-A') ?? variables.get('FLASK_APP') ?? 'app';
  const [module = application, name] = application.split(':');
  if (module.endsWith('.py')) return [{ kind: 'file', path: module, served: true, folder }];
  const plain = name?.replace(/\(.*\)$/, '');
  return [{ kind: 'application', module, name: plain, factory: name?.includes('(') === true, folder }];
}

/** `fastapi run app/main.py`; without a file the usual places are looked at. */
function ofFastapi(words: readonly string[], folder: string | undefined): readonly StartReference[] {
  if (words[0] !== 'run' && words[0] !== 'dev') return [];
  const file = words.slice(1).find((word) => word.endsWith('.py'));
  const paths =
    file === undefined ? ['main.py', 'app.py', 'api.py', 'app/main.py', 'app/app.py', 'app/api.py'] : [file];
  return paths.map((path) => ({ kind: 'file', path, served: true, folder }));
}

/** Commands of a line, split at `&&`, `||`, `;`, `|` and `&`, each into words without quotes; assignments in front left out. */
export function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [, quotedDouble, quotedSingle, operator, plain] of line.matchAll(WORD)) {
    if (operator !== undefined) commands.push([]);
    else commands.at(-1)?.push(unescaped(quotedDouble ?? quotedSingle ?? plain ?? ''));
  }
  return commands.map(withoutAssignments).filter((words) => words.length > 0);
}

const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||[;|&\n])|((?:[^\s"';|&\\]|\\.|\$\{[^}]*\})+)/g;

function unescaped(word: string): string {
  return word.replaceAll(/\\(.)/g, '$1');
}

function withoutAssignments(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
