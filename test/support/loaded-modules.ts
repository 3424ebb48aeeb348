/** What Node.js processes that a test starts load, worker threads included: told by a module that each of them loads first. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { vi } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const RECORDER = `
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const load = Module.prototype.load;
Module.prototype.load = function (file) {
  appendFileSync(process.env.RECORD_LOADED, file + '\\n');
  return load.call(this, file);
};
`;

/** From now on, to the end of the test: paths of all files that were loaded as modules, in order. */
export function recordLoadedModules(): () => readonly string[] {
  const folder = temporaryFolder({ 'recorder.cjs': RECORDER });
  const log = join(folder, 'loaded');
  vi.stubEnv('NODE_OPTIONS', `--require ${join(folder, 'recorder.cjs')}`);
  vi.stubEnv('RECORD_LOADED', log);
  return () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
}

/** The same, without folders. */
export function namesOf(paths: readonly string[]): readonly string[] {
  return paths.map((path) => basename(path));
}
