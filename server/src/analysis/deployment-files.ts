/**
 * Files that say how an application is started: Procfile, Dockerfile, compose files, console scripts, start scripts.
 * Must not know which Python files they mean.
 */
import { parse as parseToml } from 'smol-toml';
import type { FileSystem } from '../source/file-system.ts';
import { referencesOf, referencesOfWords, type StartReference } from './commands.ts';

/** A reference with the folder that the command is run in, as far as it is known. */
export interface DeploymentStart {
  /** The file that says it. */
  readonly file: string;
  readonly reference: StartReference | ConsoleScript;
}

/** A function that a console script calls. */
export interface ConsoleScript {
  readonly kind: 'function';
  readonly module: string;
  readonly name: string;
  readonly folder: string | undefined;
}

/** Whether a file may say how the application is started. */
export function isDeploymentFile(path: string): boolean {
  return readerOf(path) !== undefined;
}

export function deploymentStarts(fileSystem: FileSystem, path: string): readonly DeploymentStart[] {
  const reader = readerOf(path);
  const text = reader && fileSystem.read(path);
  if (!reader || text === undefined) return [];
  return reader(text).map((reference) => ({ file: path, reference }));
}

type Reader = (text: string) => readonly DeploymentStart['reference'][];

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'pyproject.toml') return consoleScripts;
  if (/^Procfile(?:\.\w+)?$/.test(name)) return procfile;
  if (/^(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$/i.test(name)) return dockerfile;
  if (/\.(?:service|conf|ini)$/.test(name)) return unitFile;
  if (
    /^(?:docker-compose|compose)[\w.-]*\.ya?ml$|^(?:app|render|fly|railway)\.(?:ya?ml|toml|json)$/.test(name)
  )
    return commandKeys;
  return /\.(?:sh|bash)$/.test(name) && /start|entry|run|serve|launch/.test(name) ? script : undefined;
}

/** `web: uvicorn app.main:app` */
function procfile(text: string): readonly StartReference[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, command] = /^[\w-]+:\s*(.+)$/.exec(line) ?? [];
    return command === undefined ? [] : referencesOf(command);
  });
}

/** The last `CMD` and `ENTRYPOINT` of a file count; an entry point and its command are one. */
function dockerfile(text: string): readonly StartReference[] {
  const variables = new Map<string, string>();
  let entry: readonly string[] | string | undefined;
  let command: readonly string[] | string | undefined;
  for (const [instruction, value] of instructions(text)) {
    if (instruction === 'ENV') setVariables(variables, value);
    else if (instruction === 'ENTRYPOINT') entry = wordsOrShell(value);
    else if (instruction === 'CMD') command = wordsOrShell(value);
  }
  if (Array.isArray(entry) && Array.isArray(command)) {
    const together = referencesOfWords([...(entry as string[]), ...(command as string[])], variables);
    if (together.length > 0) return together;
  }
  return [entry, command].flatMap((part) => (part === undefined ? [] : ofPart(part, variables)));
}

function ofPart(
  part: readonly string[] | string,
  variables: ReadonlyMap<string, string>,
): readonly StartReference[] {
  return typeof part === 'string' ? referencesOf(part, variables) : referencesOfWords(part, variables);
}

/** Instructions with their values, continued lines joined, comments left out. */
function instructions(text: string): readonly (readonly [string, string])[] {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\[ \t]*\n/g, ' ');
  return [...lines.matchAll(/^[ \t]*([A-Za-z]+)[ \t]+(.+)$/gm)].map(([, name = '', value = '']) => [
    name.toUpperCase(),
    value.trim(),
  ]);
}

function setVariables(variables: Map<string, string>, value: string): void {
  const pairs = [...value.matchAll(/(\w+)=(?:"([^"]*)"|(\S*))/g)];
  for (const [, name = '', quoted, plain] of pairs) variables.set(name, quoted ?? plain ?? '');
  const [, name, rest] = pairs.length === 0 ? (/^(\w+)\s+(.+)$/.exec(value) ?? []) : [];
  if (name !== undefined && rest !== undefined) variables.set(name, rest);
}

function wordsOrShell(value: string): readonly string[] | string {
  if (!value.startsWith('[')) return value;
  try {
    const words: unknown = JSON.parse(value);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : value;
  } catch {
    // Not JSON: Docker takes it for the shell form.
    return value;
  }
}

/** `command:`, `entrypoint:`, `startCommand` and the like of YAML, TOML and JSON files, line by line: no more is needed of them. */
function commandKeys(text: string): readonly StartReference[] {
  const found: StartReference[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const [, indent = '', value = ''] =
      /^([ \t-]*)["']?(?:command|entrypoint|cmd|startCommand|start_command|web|app)["']?\s*[:=]\s*(.*)$/i.exec(
        line,
      ) ?? [];
    if (value === '' && !/(?:command|entrypoint)["']?\s*:\s*$/i.test(line)) continue;
    found.push(...ofYamlValue(value.trim(), indent.length, lines, index + 1));
  }
  return found;
}

function ofYamlValue(
  value: string,
  indent: number,
  lines: readonly string[],
  next: number,
): readonly StartReference[] {
  if (value.startsWith('[')) {
    const words = wordsOrShell(value.replaceAll("'", '"').replace(/,$/, ''));
    return typeof words === 'string' ? [] : referencesOfWords(words);
  }
  if (value !== '' && !/^[|>][+-]?$/.test(value)) return referencesOf(unquoted(value.replace(/,$/, '')));
  const block: string[] = [];
  for (const line of lines.slice(next, next + MAX_BLOCK)) {
    const depth = line.length - line.trimStart().length;
    if (line.trim() !== '' && (depth < indent || (depth === indent && !line.trimStart().startsWith('- '))))
      break;
    block.push(line.trim());
  }
  const isList = block.some((line) => line.startsWith('- '));
  if (!isList) return referencesOf(block.join(' '));
  return referencesOfWords(
    block.filter((line) => line.startsWith('- ')).map((line) => unquoted(line.slice(2).trim())),
  );
}

/** Lines of one value at most. */
const MAX_BLOCK = 40;

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** `ExecStart=...` of systemd, `command = ...` of supervisord. */
function unitFile(text: string): readonly StartReference[] {
  return [...text.matchAll(/^\s*(?:ExecStart|command)\s*=\s*(.+)$/gm)].flatMap(([, command = '']) =>
    referencesOf(command),
  );
}

function script(text: string): readonly StartReference[] {
  const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
  return lines.filter((line) => !/^\s*#/.test(line)).flatMap((line) => referencesOf(line));
}

/** `[project.scripts]`, `[tool.poetry.scripts]`: `name = "package.module:function"`. */
function consoleScripts(text: string): readonly ConsoleScript[] {
  let document: unknown;
  try {
    document = parseToml(text);
  } catch {
    // The configuration reader reports what is wrong with the file where it matters.
    return [];
  }
  const tables = [entryOf(document, 'project', 'scripts'), entryOf(document, 'tool', 'poetry', 'scripts')];
  return tables.flatMap((table) => {
    const values: unknown[] = typeof table === 'object' && table !== null ? Object.values(table) : [];
    return values.flatMap((value) => {
      const [, module, name] = (typeof value === 'string' && /^([\w.]+):(\w+)/.exec(value)) || [];
      return module === undefined || name === undefined
        ? []
        : [{ kind: 'function' as const, module, name, folder: undefined }];
    });
  });
}

function entryOf(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}
