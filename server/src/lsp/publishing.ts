/** What the client is told when an analysis begins and ends: status, progress, diagnostics or that it should fetch them. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import type { Progress } from '../analysis/api.ts';
import { filesWithDiagnostics, isStale, noteGiven, reportedOn } from './reported.ts';
import type { AnalysisEvents, RunningEvents } from './scheduling.ts';
import type { Folder, Session } from './session.ts';
import { toClient } from './to-protocol.ts';

/** Analyses that take longer than this, in milliseconds, show their progress. */
const SHOWN_AFTER = 800;
/** Milliseconds in which several analyses ask the client to fetch anew only once. */
const REFRESH_PAUSE = 50;

export function publishing(session: Session, sendStatus: () => void): AnalysisEvents {
  const refresh = createRefresher(session);
  return {
    onStart: (folder, cancel) => {
      sendStatus();
      return session.client.progress ? shownProgress(session, folder, cancel) : UNSHOWN;
    },
    onSettled: () => {
      if (!session.client.pullsDiagnostics) push(session);
      else refresh();
      for (const wake of session.changes) wake();
      sendStatus();
    },
  };
}

const UNSHOWN: RunningEvents = { onProgress: () => undefined, onEnd: () => undefined };

/** For clients that do not fetch: each file whose diagnostics changed, those that have none any more among them. */
function push(session: Session): void {
  const to = toClient(session);
  const uris = new Set([...filesWithDiagnostics(session), ...session.given.keys()]);
  for (const uri of uris) {
    const reported = reportedOn(session, uri, to);
    if (!noteGiven(session, uri, reported)) continue;
    const open = session.documents.get(uri);
    const parameters = { uri: open?.uri ?? uri, diagnostics: reported.items };
    session.connection
      .sendDiagnostics(open ? { ...parameters, version: open.version } : parameters)
      .catch((error: unknown) => session.log.error(`diagnostics could not be sent: ${String(error)}`));
  }
}

/** Asks the client to fetch again where an open file has something else than it was given, and for lenses. */
function createRefresher(session: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownLenses = '';
  const send = (): void => {
    timer = undefined;
    const to = toClient(session);
    const stale = session.documents
      .all()
      .some(({ uri }) => isStale(session, uri, reportedOn(session, uri, to)));
    if (stale && session.client.refreshesDiagnostics)
      quietly(session, session.connection.languages.diagnostics.refresh());
    const lenses = lensesOf(session);
    if (lenses !== shownLenses && session.client.refreshesLenses)
      quietly(session, session.connection.sendRequest('workspace/codeLens/refresh'));
    shownLenses = lenses;
  };
  return () => {
    timer ??= setTimeout(send, REFRESH_PAUSE);
  };
}

/** What lenses say, apart from where they stand: after an edit the client asks for that anyway. */
function lensesOf({ folders }: Session): string {
  const told = [...folders.values()].map(({ analysis, lastRun }) => [
    lastRun?.started,
    analysis?.report.entryPoints.map(({ file, name }) => [file, name]),
    analysis?.report.environments,
    analysis?.report.components.map(({ component, injectionPoint, verdicts, injections }) => [
      component,
      injectionPoint.name,
      verdicts,
      injections.map(({ reached }) => reached),
    ]),
    analysis?.suites.map(({ command }) => command),
  ]);
  return JSON.stringify(told);
}

function quietly(session: Session, sent: Promise<unknown>): void {
  sent.catch((error: unknown) => session.log.warn(`the client did not refresh: ${String(error)}`));
}

/** A progress that appears only where the analysis takes its time, and that a person may cancel. */
function shownProgress(session: Session, folder: Folder, cancel: () => void): RunningEvents {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let hasEnded = false;
  let last = '';
  const show = async (): Promise<void> => {
    const created = await session.connection.window.createWorkDoneProgress();
    if (hasEnded) return created.done();
    reporter = created;
    created.begin('Wiretrace', undefined, last === '' ? `analysing ${folder.name}` : last, true);
    created.token.onCancellationRequested(cancel);
  };
  const timer = setTimeout(() => {
    show().catch((error: unknown) => session.log.warn(`progress could not be shown: ${String(error)}`));
  }, SHOWN_AFTER);
  return {
    onProgress: (progress) => {
      last = progressWords(progress);
      reporter?.report(last);
    },
    onEnd: () => {
      hasEnded = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}

function progressWords({ stage, subject }: Progress): string {
  switch (stage) {
    case 'discover':
      return 'looking for entry points';
    case 'run':
      return `following ${subject}`;
    case 'check':
      return 'checking what is wired';
    case 'fix':
      return 'proving fixes';
  }
}
