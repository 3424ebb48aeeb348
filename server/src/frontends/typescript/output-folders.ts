/** `outDir` and `rootDir` of a package's `tsconfig.json`, read without the compiler: entry points are looked for before it is loaded. */
import { parse } from 'jsonc-parser';
import type { FileSystem } from '../../source/file-system.ts';
import type { OutputFolders } from './source-files.ts';
import { isRecord } from './workspace-packages.ts';

const CONFIGURATIONS = ['tsconfig.build.json', 'tsconfig.server.json', 'tsconfig.json', 'tsconfig.app.json'];

/** Below the root; undefined where no configuration of the folder says it. */
export function outputFoldersOf(fileSystem: FileSystem, folder: string): OutputFolders {
  let outDir: string | undefined;
  let rootDir: string | undefined;
  for (const name of CONFIGURATIONS) {
    const text = fileSystem.read(folder === '' ? name : `${folder}/${name}`);
    if (text === undefined) continue;
    const settings: unknown = parse(text, [], { allowTrailingComma: true });
    const options =
      isRecord(settings) && isRecord(settings['compilerOptions']) ? settings['compilerOptions'] : {};
    outDir ??= placed(folder, options['outDir']);
    rootDir ??= placed(folder, options['rootDir']);
  }
  return { outDir, rootDir };
}

function placed(folder: string, path: unknown): string | undefined {
  if (typeof path !== 'string') return undefined;
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
