/** What the status item of the editor says. Must not know how it is shown. */
import { METHODS, type Status } from '../protocol/messages.ts';
import type { Folder, Session } from './session.ts';
import { isSettled } from './scheduling.ts';

export function statusOf(session: Session): Status {
  const folders = [...session.folders.values()];
  const reports = folders.flatMap(({ analysis }) => (analysis ? [analysis.report] : []));
  const events = reports.flatMap((report) => report.events);
  const message = messageOf(folders);
  return {
    state: stateOf(session, folders),
    findings: reports.reduce((sum, { findings }) => sum + findings.length, 0),
    entryPoints: reports.reduce((sum, { entryPoints }) => sum + entryPoints.length, 0),
    message,
    ...(events.length > 0 && {
      events: {
        deliverable: events.filter(({ verdict }) => verdict === 'deliverable').length,
        critical: events.length,
      },
    }),
    revision: session.revision,
  };
}

function stateOf({ isTrusted }: Session, folders: readonly Folder[]): Status['state'] {
  if (folders.some((folder) => !isSettled(folder))) return 'analysing';
  if (folders.some(isDegraded)) return 'degraded';
  return isTrusted ? 'ready' : 'restricted';
}

/** Whether what is shown is not what the files and the configuration say. */
function isDegraded({ failure, isStopped, isDirty, analysis }: Folder): boolean {
  return failure !== '' || (isStopped && isDirty) || analysis?.isConfigurationSound === false;
}

/** The first of what a person should know. */
function messageOf(folders: readonly Folder[]): string {
  for (const { failure, isStopped, isDirty, name, analysis } of folders) {
    if (failure !== '') return `The analysis of ${name} failed: ${failure}. The log has the details.`;
    if (isStopped && isDirty) return `The analysis of ${name} was stopped; it goes on with the next change.`;
    const notice = analysis?.notices[0];
    if (notice !== undefined) return `In ${name}: ${/[.?!]$/.test(notice) ? notice : `${notice}.`}`;
  }
  return '';
}

/** Sent only where it says something new. */
export function createStatusSender(session: Session): () => void {
  let last = '';
  return () => {
    const status = statusOf(session);
    const text = JSON.stringify(status);
    if (text === last) return;
    last = text;
    session.connection
      .sendNotification(METHODS.status, status)
      .catch((error: unknown) => session.log.error(`the status could not be sent: ${String(error)}`));
  };
}
