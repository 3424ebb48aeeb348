/** `wiretrace/analyse` and `wiretrace/trust`: analyse now; the person trusts the workspace. */
import { type AnalyseParams, METHODS, type TrustParams } from '../../protocol/messages.ts';
import { answering, noting } from '../handling.ts';
import { type AnalysisEvents, everything, settled, touch } from '../scheduling.ts';
import type { Session } from '../session.ts';
import { normalUri } from '../uris.ts';

export function registerAnalyse(session: Session, events: AnalysisEvents, sendStatus: () => void): void {
  session.connection.onRequest(
    METHODS.analyse,
    answering<AnalyseParams | null | undefined, null>(session, 'analyse', null, async (asked, token) => {
      const wanted = asked?.folder === undefined ? undefined : normalUri(asked.folder);
      const folders = [...session.folders].filter(([uri]) => wanted === undefined || uri === wanted);
      for (const [, folder] of folders) touch(session, events, folder, everything(session, folder), 0);
      await Promise.all(folders.map(([, folder]) => settled(folder, token)));
      return null;
    }),
  );
  session.connection.onNotification(
    METHODS.trust,
    noting<TrustParams>(session, 'trust', ({ trusted }) => {
      session.isTrusted = trusted;
      sendStatus();
      if (session.client.refreshesLenses)
        session.connection
          .sendRequest('workspace/codeLens/refresh')
          .catch(() => session.log.warn('the client did not refresh'));
    }),
  );
}
