/** URIs of files against the folders of the workspace. Must not know what is in the files. */
import { URI } from 'vscode-uri';

/** `undefined` for what is no file. */
export function filePathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** One spelling per file: percent-encoding and the case of a drive letter differ between editors. */
export function normalUri(uri: string): string {
  try {
    const parsed = URI.parse(uri, true);
    const path = parsed.path.replace(/^\/[A-Za-z]:/, (drive) => drive.toLowerCase());
    return parsed.with({ path }).toString();
  } catch {
    return uri;
  }
}

/** Path below a folder, with `/`; `undefined` for what lies elsewhere. */
export function pathBelow(folderUri: string, uri: string): string | undefined {
  const folder = URI.parse(normalUri(folderUri));
  let file: URI;
  try {
    file = URI.parse(normalUri(uri), true);
  } catch {
    return undefined;
  }
  if (file.scheme !== folder.scheme || file.authority !== folder.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (file.path === folder.path) return '';
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}

export function uriBelow(folderUri: string, path: string): string {
  const folder = URI.parse(folderUri);
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return folder.with({ path: path === '' ? folder.path : base + path }).toString();
}
