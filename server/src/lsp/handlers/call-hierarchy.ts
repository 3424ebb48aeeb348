/** `textDocument/prepareCallHierarchy` and its two directions: calls along startup, as the dry run makes them. */
import { SymbolKind } from 'vscode-languageserver/node';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver/node';
import type { CallEdge, CallItem } from '../../analysis/editor/analysis.ts';
import { positionFromClient } from '../from-protocol.ts';
import { answering } from '../handling.ts';
import { call, type Folder, locate, type Session } from '../session.ts';
import { type ToClient, toClient } from '../to-protocol.ts';

export function registerCallHierarchy(session: Session): void {
  const { callHierarchy } = session.connection.languages;
  callHierarchy.onPrepare(
    answering<CallHierarchyPrepareParams, CallHierarchyItem[] | null>(
      session,
      'call hierarchy',
      null,
      async ({ textDocument: { uri }, position }) => {
        const located = locate(session, uri);
        if (!located?.folder.analysis) return null;
        const { folder, path } = located;
        const items = await call(session, 'prepareCalls', {
          root: folder.root,
          file: path,
          position: positionFromClient(session, uri, position),
        });
        const to = toClient(session);
        return items.length === 0 ? null : items.map((item) => itemOf(to, folder, item));
      },
    ),
  );
  callHierarchy.onIncomingCalls(
    answering<{ item: CallHierarchyItem }, CallHierarchyIncomingCall[] | null>(
      session,
      'incoming calls',
      null,
      async ({ item }) =>
        (await edgesOf(session, item, 'incoming'))?.map(({ from, to, ranges }) => ({
          from: to,
          fromRanges: ranges(from),
        })) ?? null,
    ),
  );
  callHierarchy.onOutgoingCalls(
    answering<{ item: CallHierarchyItem }, CallHierarchyOutgoingCall[] | null>(
      session,
      'outgoing calls',
      null,
      async ({ item }) =>
        (await edgesOf(session, item, 'outgoing'))?.map(({ to, ranges }) => ({
          to,
          fromRanges: ranges(item.uri),
        })) ?? null,
    ),
  );
}

interface Edge {
  readonly to: CallHierarchyItem;
  /** URI of the caller's file, of an incoming call. */
  readonly from: string;
  readonly ranges: (uri: string) => CallHierarchyIncomingCall['fromRanges'];
}

async function edgesOf(
  session: Session,
  { uri, selectionRange }: CallHierarchyItem,
  kind: 'incoming' | 'outgoing',
): Promise<readonly Edge[] | undefined> {
  const located = locate(session, uri);
  if (!located) return undefined;
  const { folder, path } = located;
  const position = positionFromClient(session, uri, selectionRange.start);
  const edges = await call(session, 'calls', { root: folder.root, query: { kind, file: path, position } });
  const to = toClient(session);
  return edges.map((edge) => {
    const item = itemOf(to, folder, edge.item, edge);
    return { to: item, from: item.uri, ranges: (file) => edge.calls.map((range) => to.range(file, range)) };
  });
}

function itemOf(to: ToClient, folder: Folder, { name, place }: CallItem, edge?: CallEdge): CallHierarchyItem {
  const { uri, range } = to.location(folder, place);
  const isModule = range.start.line === range.end.line && range.start.character === range.end.character;
  const short = name.slice(name.lastIndexOf('.') + 1);
  const where = edge && edge.environments.length > 0 ? ` (in ${edge.environments.join(', ')})` : '';
  return {
    name: isModule ? name : short,
    detail: (isModule ? 'module' : name) + where,
    kind: isModule ? SymbolKind.Module : SymbolKind.Function,
    uri,
    range,
    selectionRange: range,
  };
}
