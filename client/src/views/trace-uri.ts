/** The address of a trace document: it says which startup it shows, so that it can be made again. Must not know the editor. */
import type { TraceParams } from '../../../server/src/protocol/messages.ts';

export const TRACE_SCHEME = 'wiretrace-trace';

/** The tab's name, and the query that `paramsOfQuery` reads. */
export function traceAddress(
  title: string,
  params: TraceParams,
): { readonly path: string; readonly query: string } {
  const { uri, entryPoint, environment } = params;
  const query = JSON.stringify({ uri, entryPoint, environment });
  // A tab shows what is behind the last slash; this one only looks like a slash.
  const name = title.replaceAll('/', '\u2215').replaceAll(/[\\:?#]/g, ' ');
  return { path: `/${name}.wiretrace`, query };
}

/** `undefined` for an address that is not one of ours. */
export function paramsOfQuery(query: string): TraceParams | undefined {
  try {
    const read: unknown = JSON.parse(query);
    return isParams(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isParams(value: unknown): value is TraceParams {
  if (typeof value !== 'object' || value === null || !('uri' in value)) return false;
  return Object.values(value).every((field) => typeof field === 'string');
}
