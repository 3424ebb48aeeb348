/**
 * How one `expect` block speaks of programs in two languages: which of its lines are whose, and what a name of the one is in the other.
 * Must not know what the lines say.
 */

export const LANGUAGES = ['py', 'ts'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Lines that begin with `ts` stand for those of the same word; the others hold for both languages, save those that name lines. */
export function expectationLines(text: string, language: Language): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('ts: none. '));
  const own = lines.filter((line) => line.startsWith('ts ')).map((line) => line.slice('ts '.length));
  const common = lines.filter((line) => !line.startsWith('ts '));
  if (language === 'py' || own.length === 0) return common;
  const replaced = new Set(own.map(wordOf));
  return [...common.filter((line) => !replaced.has(wordOf(line))), ...own];
}

/**
 * A component as one language writes it. What is written for both is written as in Python: methods and variables in words with `_`
 * between them are in camel case in TypeScript, a module is named by its path, a file ends in `.ts`. `A.point, ts B.point` says both.
 */
export function componentIn(text: string, language: Language): string {
  const [common = '', own] = text.split(', ts ');
  if (language === 'py') return common;
  return own ?? inTypeScript(common);
}

function inTypeScript(text: string): string {
  const [, file = '', owner = '', rest = ''] = /^(\S+\.py:)?([\w./]+)(\.\w+(?: \(\w+\))?)$/.exec(text) ?? [];
  if (owner === '') return text;
  const isClass = /^[A-Z]\w*$/.test(owner);
  return `${file.replace(/\.py:$/, '.ts:')}${isClass ? owner : owner.replaceAll('.', '/')}${camelCase(rest)}`;
}

/** `set_websocket_manager` is `setWebsocketManager`; a `_` at the beginning stays. */
function camelCase(text: string): string {
  return text.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function wordOf(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}
