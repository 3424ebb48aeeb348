/** What the server's process loads, its threads included. */
import { afterEach, expect, it, vi } from 'vitest';
import { namesOf, recordLoadedModules } from '../support/loaded-modules.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startEditor, uriOf } from './fake-editor.ts';

const PYTHON = 'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef index():\n    return {}\n';
const TYPESCRIPT = "import express from 'express';\nconst app = express();\napp.listen(3000);\n";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Opens a file, waits for its diagnostics, and gives what was loaded by then. */
async function loadedFor(files: Readonly<Record<string, string>>, file: string): Promise<readonly string[]> {
  const loaded = recordLoadedModules();
  const folder = temporaryFolder(files);
  const editor = await startEditor({ folders: [folder] });
  const uri = uriOf(folder, file);
  await editor.open(uri, files[file] ?? '');
  await editor.diagnostics(uri);
  return [...new Set(namesOf(loaded()))];
}

it('is itself where a workspace has only Python', async () => {
  expect(await loadedFor({ 'main.py': PYTHON }, 'main.py')).toEqual(['server.cjs']);
});

it('is what reads TypeScript as well where a workspace has it', async () => {
  const manifest = '{ "name": "app", "scripts": { "start": "tsx server.ts" } }';
  const files = { 'package.json': manifest, 'server.ts': TYPESCRIPT };
  expect(await loadedFor(files, 'server.ts')).toEqual(['server.cjs', 'typescript.cjs']);
});
