/** When a folder is analysed: soon after a change, once for many, and never twice at a time. Must not know what is made of the result. */
import type { CancellationToken } from 'vscode-languageserver/node';
import type { Analysis } from '../analysis/editor/analysis.ts';
import type { Progress } from '../analysis/api.ts';
import type { HostChange } from '../analysis/editor/host.ts';
import { CancelledError } from '../base/cancellation.ts';
import { describe, isCancelled } from './handling.ts';
import { call, type Folder, type Session } from './session.ts';
import { pathBelow } from './uris.ts';

/** Milliseconds after a change in an editor before startup is run again. */
const LONGEST_PAUSE = 200;
/** Analyses that take less than this, in milliseconds, are made for every key: one that is cancelled costs little. */
const QUICK = 150;
/** Milliseconds that a text is left alone before it is analysed, where something else stands in for its analysis. */
const IDLE = 3000;
/** Milliseconds after a change on the disk: such changes come in crowds. */
export const DISK_PAUSE = 200;

export interface AnalysisEvents {
  /** Begins; gives what is told of its progress and its end. */
  readonly onStart: (folder: Folder, cancel: () => void) => RunningEvents;
  /** Something is known that was not, or nothing more is to come. */
  readonly onSettled: (folder: Folder) => void;
}

export interface RunningEvents {
  readonly onProgress: (progress: Progress) => void;
  readonly onEnd: () => void;
}

/** Tells a folder's analysis of a change. An edit is looked at at once; where startup has to be run again for it, after a pause. */
export function touch(
  session: Session,
  events: AnalysisEvents,
  folder: Folder,
  change: HostChange,
  delay = 0,
): void {
  folder.pending.push(change);
  folder.isDirty = true;
  folder.isStopped = false;
  folder.running?.cancel();
  folder.idle?.cancel();
  clearTimeout(folder.timer);
  if (!folder.isConfigured) return;
  folder.timer = setTimeout(() => {
    folder.timer = undefined;
    void analyse(session, events, folder);
  }, delay);
}

async function analyse(session: Session, events: AnalysisEvents, folder: Folder): Promise<void> {
  // The one that is running ends soon, and begins again since the folder is dirty.
  if (folder.running || folder.isClosed) return;
  const cancellation = createCancellation();
  folder.running = cancellation;
  try {
    folder.isDirty = false;
    const { root } = folder;
    for (const change of folder.pending.splice(0)) await call(session, 'update', { root, change });
    const refreshed = await call(session, 'refresh', { root });
    folder.analysis = refreshed ?? (await runAgain(session, events, folder, cancellation));
    folder.failure = '';
    session.revision++;
  } catch (error) {
    if (!isCancelled(error)) fail(session, folder, error);
    else folder.isDirty = true;
  } finally {
    folder.running = undefined;
  }
  after(session, events, folder);
  if (isSettled(folder) && folder.analysis?.isDue === true) void analyseWhenIdle(session, events, folder);
}

/** Nobody waits for it: what is asked meanwhile is answered from what stands in. */
async function analyseWhenIdle(session: Session, events: AnalysisEvents, folder: Folder): Promise<void> {
  const cancellation = createCancellation();
  folder.idle?.cancel();
  folder.idle = cancellation;
  try {
    await cancellation.pause(IDLE, true);
    if (folder.isClosed) return;
    const onCancel = (cancel: () => void): void => cancellation.onCancel(cancel);
    const analysis = await call(session, 'analyse', { root: folder.root }, { onCancel });
    if (folder.idle !== cancellation || !isSettled(folder)) return;
    folder.analysis = analysis;
    session.revision++;
    events.onSettled(folder);
  } catch (error) {
    if (isCancelled(error) || folder.isClosed) return;
    fail(session, folder, error);
    after(session, events, folder);
  } finally {
    if (folder.idle === cancellation) folder.idle = undefined;
  }
}

async function runAgain(
  session: Session,
  events: AnalysisEvents,
  folder: Folder,
  cancellation: Cancellation,
): Promise<Analysis> {
  await cancellation.pause(folder.duration < QUICK ? 0 : Math.min(LONGEST_PAUSE, folder.duration / 2));
  const stop = (): void => {
    folder.isStopped = true;
    cancellation.cancel();
  };
  const { onProgress, onEnd } = events.onStart(folder, stop);
  const started = session.host.clock();
  try {
    const analysis = await call(
      session,
      'analyse',
      { root: folder.root },
      {
        onCancel: (cancel) => cancellation.onCancel(cancel),
        // Sent by our own other side.
        onProgress: (progress) => onProgress(progress as Progress),
      },
    );
    folder.duration = session.host.clock() - started;
    return analysis;
  } finally {
    onEnd();
  }
}

/** What ends one analysis, in whatever part of it. */
interface Cancellation {
  cancel(): void;
  onCancel(cancel: () => void): void;
  /** @throws CancelledError */
  pause(milliseconds: number, keepsNothingAlive?: boolean): Promise<void>;
}

function createCancellation(): Cancellation {
  let isDone = false;
  let cancelPart: () => void = () => undefined;
  const onCancel = (cancel: () => void): void => {
    cancelPart = cancel;
    if (isDone) cancel();
  };
  return {
    cancel: () => {
      isDone = true;
      cancelPart();
    },
    onCancel,
    pause: (milliseconds, keepsNothingAlive = false) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, milliseconds);
        if (keepsNothingAlive) timer.unref();
        onCancel(() => {
          clearTimeout(timer);
          reject(new CancelledError());
        });
      }),
  };
}

function fail(session: Session, folder: Folder, error: unknown): void {
  const hadFailed = folder.failure !== '';
  folder.failure = describe(error).split('\n')[0] ?? '';
  session.log.error(`the analysis of ${folder.name} failed: ${describe(error)}`);
  // A thread that is gone knows nothing any more: the next one is told all of it.
  if (!(error instanceof Error) || error.name !== 'ThreadLostError') return;
  for (const each of session.folders.values()) each.pending = [everything(session, each)];
  // Once: what ends it again at once would end it for ever.
  folder.isDirty = !hadFailed;
}

function after(session: Session, events: AnalysisEvents, folder: Folder): void {
  if (folder.isDirty && !folder.isStopped) {
    if (!folder.timer) void analyse(session, events, folder);
    return;
  }
  for (const wake of folder.waiting) wake();
  events.onSettled(folder);
}

/** All that the analysis of a folder has to be told from the beginning. */
export function everything(session: Session, folder: Folder): HostChange {
  const buffers = session.documents.all().flatMap(({ uri, text }) => {
    const path = pathBelow(folder.uri, uri);
    return path === undefined ? [] : [[path, text] as const];
  });
  return { buffers, settings: folder.settings, everything: true };
}

/** Waits until a folder's analysis is that of its files as they are now, or cannot be; at once where it is. */
export async function settled(folder: Folder, token?: CancellationToken): Promise<void> {
  if (isSettled(folder)) return;
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      folder.waiting.delete(wake);
      subscription?.dispose();
      resolve();
    };
    const subscription = token?.onCancellationRequested(wake);
    folder.waiting.add(wake);
  });
}

export function isSettled(folder: Folder): boolean {
  if (folder.isClosed || folder.isStopped) return true;
  return !folder.isDirty && !folder.running && !folder.timer;
}
