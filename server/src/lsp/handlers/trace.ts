/** `wiretrace/trace`: one startup in one environment as a document with links. */
import { METHODS, type TraceDocument, type TraceParams } from '../../protocol/messages.ts';
import { positionFromClient } from '../from-protocol.ts';
import { answering } from '../handling.ts';
import { isRecord } from '../parameters.ts';
import { settled } from '../scheduling.ts';
import { call, locate, type Session } from '../session.ts';
import { toClient } from '../to-protocol.ts';

export function registerTrace(session: Session): void {
  session.connection.onRequest(
    METHODS.trace,
    answering<TraceParams, TraceDocument | null>(session, 'trace', null, async (asked, token) => {
      const located = locate(session, asked.uri);
      if (!located) return null;
      const { folder, path } = located;
      await settled(folder, token);
      const { position, entryPoint, environment } = asked;
      const line = isRecord(position) ? positionFromClient(session, asked.uri, position).line : undefined;
      const query = { file: path, line, entryPoint, environment };
      const view = await call(session, 'trace', { root: folder.root, query });
      if (!view) return null;
      const to = toClient(session);
      const { id, point, place } = view.entryPoint;
      const scope = view.environment === '' ? '' : ` in ${view.environment}`;
      return {
        title: `Startup of ${point.file}${scope}`,
        text: view.text,
        links: view.links.map((link) => ({ ...link, target: to.location(folder, link.target) })),
        entryPoint: { id, name: point.name, kind: point.kind, location: to.location(folder, place) },
        environment: view.environment,
        environments: view.environments,
        revision: session.revision,
      };
    }),
  );
}
