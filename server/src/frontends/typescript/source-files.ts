/** From a built file back to what it is built from. Must not know configurations: folders are handed in. */

const SOURCES = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];
const BUILT = /^(?:dist|build|lib|out|\.output|target|built|compiled)(?=\/|$)/;

/** Where built files go to and come from, below the root. */
export interface OutputFolders {
  readonly outDir: string | undefined;
  readonly rootDir: string | undefined;
}

/**
 * Files that a path may mean, the best first: itself, the same with another extension, and the sources that are compiled to it.
 * @param folder of the package that the path stands in.
 */
export function sourceCandidates(path: string, folder: string, output?: OutputFolders): readonly string[] {
  const found: string[] = [];
  const add = (base: string): void => {
    const bare = base.replace(/\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/, '');
    if (bare !== base) found.push(base.replace(/\.d\.[cm]?ts$/, '.ts'));
    for (const extension of SOURCES) found.push(bare + extension);
    if (bare === base) for (const extension of SOURCES) found.push(`${base}/index${extension}`);
  };
  const inner = folder === '' ? path : path.slice(folder.length + 1);
  const { outDir, rootDir } = output ?? {};
  if (outDir !== undefined && path.startsWith(`${outDir}/`)) {
    const rest = path.slice(outDir.length + 1);
    if (rootDir !== undefined) add(rootDir === '' ? rest : `${rootDir}/${rest}`);
    add(below(folder, `src/${rest}`));
    add(below(folder, rest));
  }
  if (BUILT.test(inner)) {
    const rest = inner.replace(BUILT, '').replace(/^\//, '');
    add(below(folder, `src/${rest}`));
    add(below(folder, rest));
    add(below(folder, `server/${rest}`));
    // The build may keep the folder that the sources are in.
    if (rest.startsWith('src/')) add(below(folder, rest));
  } else add(path);
  return [...new Set(found)];
}

function below(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
