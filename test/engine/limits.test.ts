/** Bounds are reported, never silent; cancellation ends a run. */
import { describe, expect, it } from 'vitest';
import { CancelledError } from '../../server/src/base/cancellation.ts';
import { check, dryRun } from '../support/engine-run.ts';

describe('limits', () => {
  it('report a recursion that goes on', () =>
    check(
      `
      def down(n):
          if n == 0:
              return 'bottom'
          return down(n - 1)
      few = down(2)
      many = down(50)`,
      `
      few = 'bottom'
      many = ?
      limit main.down() calls itself: it was followed 3 calls deep`,
    ));

  it('report calls that are nested too deeply', () =>
    check(
      `
      def a(): return b()
      def b(): return c()
      def c(): return 1
      x = a()`,
      `
      x = ?
      limit calls were followed to a depth of 3`,
      { limits: { depth: 3 } },
    ));

  it('report the work that was not done', () =>
    check(
      `
      class A: pass
      a = A()
      for i in range(30):
          for j in range(30):
              for k in range(30):
                  a.x = [i, j, k]
      done = True`,
      `
      done = ?
      limit the dry run stopped following calls after 5000 operations`,
      { limits: { work: 5000 } },
    ));

  it('report rounds of a loop that were not run', () =>
    check(
      `
      n = 0
      while n < 1000:
          n += 1
      x = n`,
      `
      x = 40|?
      limit a loop was followed for 40 rounds`,
    ));

  it('end by cancellation', () => {
    let asked = 0;
    const token = {
      get isCancelled(): boolean {
        asked++;
        return asked > 2;
      },
    };
    const program = `
      for i in range(30):
          for j in range(30):
              for k in range(30):
                  x = [i, j, k]`;
    expect(() => dryRun(program, { token })).toThrow(CancelledError);
    expect(asked).toBe(3);
  });
});
