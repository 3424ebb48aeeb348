/** Puts a text in the place of a file's old one: whole or not at all, in the file's own encoding. Must not know what changed. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { decodeText, encodeText } from './decode-text.ts';

/** What is to be written, and what was there when it was worked out; `before` is absent for a new file. */
export interface Change {
  readonly before: string | undefined;
  readonly after: string;
}

/** Why nothing was written; `undefined` where it was. Never leaves the root; a link below it is followed. */
export function saveText(root: string, path: string, { before, after }: Change): string | undefined {
  try {
    const place = placeOf(realpathSync.native(root), path, before !== undefined);
    if (place === undefined) return 'it is not below the root';
    const old = before === undefined ? undefined : readFileSync(place);
    if (old && decodeText(old, path) !== before) return 'it has changed in the meantime';
    const bytes = old ? encodeText(after, old, path) : Buffer.from(after);
    if (!bytes) return 'its encoding cannot be written';
    replaceFile(place, bytes, old ? statSync(place).mode : undefined);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function placeOf(root: string, path: string, exists: boolean): string | undefined {
  const named = join(root, path);
  const folder = realpathSync.native(dirname(named));
  const place = exists ? realpathSync.native(named) : join(folder, basename(named));
  return place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : undefined;
}

/** Writes beside the file, then takes its name: who reads it sees the old text or the new one. */
function replaceFile(place: string, bytes: Buffer, mode: number | undefined): void {
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.wiretrace`);
  try {
    const file = openSync(beside, 'wx', mode ?? 0o666);
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
