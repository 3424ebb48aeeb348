/** Library functions that only hand their arguments to an operation: the same as if they were interpreted. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('functions of models that only forward', () => {
  it('give what the operation gives, defaults and names included', () =>
    check(
      `
      items = [1, 2]
      count = len(items)
      items.append(3)
      table = {'a': 1}
      found = table.get('a')
      missing = table.get('b')
      given = table.get('b', 5)
      named = setattr(type('C', (), {}), 'x', 1)`,
      `
      count = 2
      items = [1, 2, 3]
      found = 1
      missing = None
      given = 5
      named = None`,
    ));

  it('raise at the place of the call in the program', () =>
    check(
      `
      class C: pass
      def main():
          try:
              delattr(C(), 'x', 1)
          except TypeError:
              pass
          return next(iter([]))`,
      `
      raise 4 delattr() takes 2 positional arguments but 3 were given (5)
      raise 7 there is no next element (uncaught)`,
      { call: 'main' },
    ));

  it('are told apart by their arguments however often they agreed', () =>
    check(
      `
      class A: pass
      class B: pass
      def is_a(value): return len(value)
      results = [is_a([1]) for _ in range(40)]
      last = is_a([])`,
      'last = 0',
    ));
});
