// Folders that are opened in VS Code: copies, so that nothing in the checkout is changed.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/project.mjs';

const EXAMPLE = join(ROOT, 'examples', 'chat-backend');

/** Copies the example, without what running it left, into a folder; gives the folder. */
export function copyExample(folder) {
  cpSync(EXAMPLE, folder, { recursive: true, filter: (path) => !/__pycache__|\.pytest_cache/.test(path) });
  return folder;
}
