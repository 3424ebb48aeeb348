/** What calls left is collected once none comes for a while. */
import { afterEach, expect, it, vi } from 'vitest';
import { collectingAtRest } from '../../server/src/platform/v8-tuning.ts';

afterEach(() => vi.useRealTimers());

/** In a job of its own: what a job looked at is kept until its end. */
async function heldWeakly(): Promise<WeakRef<object>> {
  const held = new WeakRef({ text: 'nobody else has this' });
  await new Promise((done) => setImmediate(done));
  return held;
}

it('collects five seconds after the last call, and not before', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const called = collectingAtRest();
  const held = await heldWeakly();
  called();
  vi.advanceTimersByTime(4000);
  called();
  vi.advanceTimersByTime(4000);
  expect(held.deref()).toBeDefined();
  await new Promise((done) => setImmediate(done));
  vi.advanceTimersByTime(1000);
  expect(held.deref()).toBeUndefined();
});
