/** Calls into a thread: results, progress, cancelling, and a thread that is lost and begins anew. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Calls } from '../../server/src/lsp/server-host.ts';
import { openCalls } from '../../server/src/platform/worker-calls.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The other side in a few lines, so that it can do what ours never should. */
const WORKER = `
const { parentPort } = require('node:worker_threads');
const { existsSync } = require('node:fs');
parentPort.on('message', ({ id, name, parameters, cancelled }) => {
  const result = (value) => parentPort.postMessage({ id, kind: 'result', value });
  if (name === 'echo') result(parameters);
  if (name === 'end') process.exit(3);
  if (name === 'fail') parentPort.postMessage({ id, kind: 'error', name: 'TypeError', message: 'no' });
  if (name === 'wait') {
    parentPort.postMessage({ id, kind: 'progress', value: 'half' });
    while (Atomics.load(cancelled, 0) === 0 && !existsSync(parameters)) ;
    parentPort.postMessage({ id, kind: 'error', name: 'CancelledError', message: 'cancelled' });
  }
});
`;

function calls(): { readonly calls: Calls; readonly folder: string } {
  const folder = temporaryFolder({ 'worker.cjs': WORKER });
  const opened = openCalls(join(folder, 'worker.cjs'));
  onTestFinished(() => opened.close());
  return { calls: opened, folder };
}

it('gives results and errors to the call that they belong to', async () => {
  const { calls: opened } = calls();
  const answers = await Promise.allSettled([
    opened.call('echo', 1),
    opened.call('fail', null),
    opened.call('echo', { deep: [new Map([['a', 2]])] }),
  ]);
  expect(answers).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: expect.objectContaining({ name: 'TypeError', message: 'no' }) as Error },
    { status: 'fulfilled', value: { deep: [new Map([['a', 2]])] } },
  ]);
});

it('cancels a call that is being answered', async () => {
  const { calls: opened, folder } = calls();
  const never = join(folder, 'never');
  const progress: unknown[] = [];
  let cancel = (): void => undefined;
  const waiting = opened.call('wait', never, {
    onCancel: (handed) => {
      cancel = handed;
    },
    onProgress: (value) => {
      progress.push(value);
      cancel();
    },
  });
  await expect(waiting).rejects.toMatchObject({ name: 'CancelledError' });
  expect(progress).toEqual(['half']);
  expect(existsSync(never)).toBe(false);
});

it('says that a thread is lost to every open call, and begins anew', async () => {
  const { calls: opened } = calls();
  const lost = await Promise.allSettled([opened.call('end', null), opened.call('echo', 2)]);
  expect(lost.map((each) => each.status === 'rejected' && (each.reason as Error).name)).toEqual([
    'ThreadLostError',
    'ThreadLostError',
  ]);
  expect(await opened.call('echo', 3)).toBe(3);
});
