/** `wiretrace/debugInformation`: what a person pastes into an issue. */
import type { CancellationToken } from 'vscode-languageserver/node';
import { type DebugInformation, METHODS } from '../../protocol/messages.ts';
import { answering } from '../handling.ts';
import { isSettled } from '../scheduling.ts';
import { call, type Folder, type Session } from '../session.ts';
import { statusOf } from '../status.ts';

export function registerDebugInformation(session: Session): void {
  const answer = answering<undefined, DebugInformation>(
    session,
    'debug information',
    { text: '' },
    async () => ({
      text: await debugText(session),
    }),
  );
  // The library hands over a request without parameters as its token alone.
  session.connection.onRequest(METHODS.debugInformation, (...given: readonly unknown[]) =>
    answer(undefined, given.at(-1) as CancellationToken),
  );
}

async function debugText(session: Session): Promise<string> {
  const { host, client, documents, log } = session;
  const { state, message, revision } = statusOf(session);
  const folders = [...session.folders.values()];
  const lines = [
    `Wiretrace ${host.version}`,
    `state: ${state}${message === '' ? '' : ` (${message})`}`,
    `trusted: ${session.isTrusted ? 'yes' : 'no'}`,
    `analyses: ${revision}`,
    `open files: ${documents.all().length}`,
    `memory: ${await memoryWords(session)}`,
    `diagnostics: ${client.pullsDiagnostics ? 'pull' : 'push'}, positions: ${client.encoding}`,
    ...folders.flatMap(folderLines),
    '',
    log.errors.length === 0 ? 'no errors' : `last errors:\n${log.errors.join('\n')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The analyses' thread shares the process. While it analyses it cannot be asked. */
async function memoryWords(session: Session): Promise<string> {
  const whole = megabytes(session.host.memoryInUse());
  const [folder] = session.folders.values();
  if (!folder || ![...session.folders.values()].every(isSettled)) return `${whole} in all`;
  const used = await call(session, 'memory', { root: folder.root });
  return `${whole} in all, ${megabytes(used)} of objects in the analyses`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function folderLines({ name, analysis, duration, failure }: Folder): readonly string[] {
  if (!analysis) return ['', `folder ${name}: not analysed${failure === '' ? ' yet' : `: ${failure}`}`];
  const { report, settings } = analysis;
  const { filesParsed, filesSeen, runs, steps } = report.stats;
  return [
    '',
    `folder ${name}: ${filesParsed} of ${filesSeen} files parsed, ${runs} runs, ${steps} steps, ${Math.round(duration)} ms`,
    `entry points: ${report.entryPoints.map(({ file, name: point }) => `${file}:${point}`).join(', ')}`,
    `findings: ${report.findings.length}, not followed: ${report.unresolved.length}`,
    `settings: ${settings}`,
  ];
}
