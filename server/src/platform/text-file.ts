/** One file of the disk as text. Must not know what it is for. */
import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.ts';

/** `undefined` where it cannot be read. */
export function readTextFile(path: string): string | undefined {
  try {
    return decodeText(readFileSync(path), path);
  } catch {
    return undefined;
  }
}
