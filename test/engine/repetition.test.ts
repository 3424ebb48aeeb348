/** Calls are spared only where they would change nothing and give the same. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

/** Enough work for a call to be worth sparing. */
const WORK = `[n for n in range(30)]`;

describe('calls that look alike', () => {
  it('store again what was changed in between', () =>
    check(
      `
      class A: pass
      a = A()
      def reset():
          a.manager = None
          a.count = ${WORK}
      reset()
      reset()
      reset()
      a.manager = 'm'
      reset()
      m = a.manager`,
      `m = None`,
    ));

  it('add to containers each time', () =>
    check(
      `
      handlers = []
      def add():
          handlers.append('h')
          return ${WORK} and None
      add()
      add()
      add()
      add()`,
      `handlers = ['h', 'h', 'h', 'h']`,
    ));

  it('leave open how much they add, once they are spared', () =>
    check(
      `
      class H: pass
      handlers = []
      def add():
          handlers.append(H())
          return ${WORK} and None
      for i in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]:
          add()
      twelve = len(handlers) == 12`,
      `twelve = False|True`,
    ));

  it('see an attribute that was set twice by each of them', () =>
    check(
      `
      class A: pass
      a = A()
      def fill():
          a.manager = None
          a.manager = ${WORK} and 'm'
      fill()
      fill()
      fill()
      a.manager = 'x'
      fill()
      m = a.manager`,
      `m = 'm'`,
    ));

  it('see what changed in between', () =>
    check(
      `
      count = 0
      def look():
          work = ${WORK}
          return [count, 'seen']
      a = look()
      count = 1
      b = look()
      count = 2
      c = look()
      count = 3
      d = look()`,
      `
      a = [0, 'seen']
      b = [1, 'seen']
      c = [2, 'seen']
      d = [3, 'seen']`,
    ));

  // After 24 calls that gave the same constant nothing is read again, whatever was stored since.
  it.fails('see constants that changed after many calls', () =>
    check(
      `
      ready = False
      def is_ready():
          return ready
      for i in range(30):
          is_ready()
      ready = True
      now = is_ready()`,
      `now = True`,
    ));
});
