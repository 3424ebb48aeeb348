/**
 * Where the keys of a TOML document stand. The TOML library gives values without places; this scan of the lines finds
 * table headers and the keys that begin a line (TOML 1.0, "Keys" and "Array of Tables"). What stands deeper inside a
 * value has the place of its line's key. Must not know the schema, and relies on the document being valid.
 */
import type { SettingPlace } from './configuration.ts';

const HEADER = /^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$/;
const KEY = /^(\s*)((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=/;
const KEY_PART = /"([^"]*)"|'([^']*)'|([\w-]+)/g;

/** Places by path (`tool/wiretrace/contracts/0/setter`). */
export function tomlPlaces(text: string): ReadonlyMap<string, SettingPlace> {
  const places = new Map<string, SettingPlace>();
  const lengths = new Map<string, number>();
  let table = '';
  let openText: string | undefined;
  for (const [index, line] of text.split(/\r\n|\n/).entries()) {
    const wasOpen = openText;
    openText = stillOpen(line, openText);
    if (wasOpen) continue;
    const header = HEADER.exec(line);
    if (header?.[2]) {
      table = enter(header[2], header[1] === '[[', lengths);
      places.set(table, { line: index + 1, column: line.indexOf('[') + 1 });
    }
    const key = header ? null : KEY.exec(line);
    if (key?.[2]) {
      const path = [table, ...parts(key[2])].filter((part) => part !== '').join('/');
      places.set(path, { line: index + 1, column: (key[1] ?? '').length + 1 });
    }
  }
  return places;
}

/** Path of the table a header opens; an array of tables counts its elements. */
function enter(header: string, isArray: boolean, lengths: Map<string, number>): string {
  let path = '';
  const names = parts(header);
  for (const [index, name] of names.entries()) {
    path = path === '' ? name : `${path}/${name}`;
    const isLast = index === names.length - 1;
    if (isLast && isArray) lengths.set(path, (lengths.get(path) ?? 0) + 1);
    const length = lengths.get(path);
    if (length !== undefined) path = `${path}/${length - 1}`;
  }
  return path;
}

function parts(key: string): string[] {
  return [...key.matchAll(KEY_PART)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The delimiter of a multi-line string that is open after this line, if one is. */
function stillOpen(line: string, open: string | undefined): string | undefined {
  let current = open;
  for (const match of line.matchAll(/"""|'''/g)) {
    if (current === undefined) current = match[0];
    else if (current === match[0]) current = undefined;
  }
  return current;
}
