/** Loops, match, comprehensions, generators. Python reference 7 and 8. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('control flow', () => {
  it('goes through known lists element by element', () =>
    check(
      `
      log = []
      for name in ['a', 'b', 'c']:
          if name == 'b':
              continue
          log.append(name)
      else:
          log.append('else')
      for i, (k, v) in enumerate({'x': 1, 'y': 2}.items()):
          log.append([i, k, v])
          break
      else:
          log.append('not this')
      last = name`,
      `
      log = ['a', 'c', 'else', [0, 'x', 1]]
      last = 'c'`,
    ));

  it('goes through zip, range, reversed and sorted', () =>
    check(
      `
      pairs = [(a, b) for a, b in zip([1, 2], ['x', 'y'])]
      numbers = [i for i in range(3)]
      more = list(range(1, 6, 2))
      back = list(reversed([1, 2]))`,
      `
      pairs = [(1, 'x'), (2, 'y')]
      numbers = [0, 1, 2]
      more = [1, 3, 5]
      back = [2, 1]`,
    ));

  it('takes an unknown list for any number of rounds', () =>
    check(
      `
      class A: pass
      a = A()
      for x in input().split():
          a.seen = x
          found = 'some'
      has = hasattr(a, 'seen')`,
      `
      found = 'some'|absent
      has = False|True`,
    ));

  it('runs while loops that count', () =>
    check(
      `
      n = 0
      log = []
      while n < 3:
          log.append(n)
          n += 1
      else:
          log.append('over')`,
      `
      n = 3
      log = [0, 1, 2, 'over']`,
    ));

  it('leaves endless loops by break, and joins what is open', () =>
    check(
      `
      x = 1
      while True:
          x = 2
          if input():
              break
          x = 3
      y = x`,
      `y = 2`,
    ));

  it('serves where a loop never ends', () =>
    check(
      `
      import time
      ready = True
      while True:
          time.sleep(1)
      after = True`,
      `
      ready = True
      after = nothing
      serve 3`,
    ));

  it('matches values, classes, sequences and mappings', () =>
    check(
      `
      class Point:
          __match_args__ = ('x', 'y')
          def __init__(self, x, y): self.x, self.y = x, y
      def f(v):
          match v:
              case None: return 'none'
              case 1 | 2: return 'one or two'
              case 'text' as t: return t
              case [a, *rest]: return [a, rest]
              case {'k': k, **more}: return [k, more]
              case Point(x=0): return 'on axis'
              case Point(a, b): return [a, b]
              case str(): return 'a text'
              case _: return 'any'
      values = [f(None), f(2), f('text'), f([1, 2, 3]), f({'k': 1, 'l': 2}), f(Point(0, 1)), f(Point(2, 3)), f('other'), f(4.5)]`,
      `values = ['none', 'one or two', 'text', [1, [2, 3]], [1, {'l': 2}], 'on axis', [2, 3], 'a text', 'any']`,
    ));

  it('matches the environment', () =>
    check(
      `
      import os
      match os.environ.get('ENVIRONMENT'):
          case 'production' if False: x = 0
          case 'staging': x = 1
          case _: x = 2`,
      `x = 1`,
      { variables: { ENVIRONMENT: 'staging' } },
    ));

  it('runs every case that may match', () =>
    check(
      `
      match input():
          case 'a': x = 1
          case 'b': x = 2
          case _: x = 3`,
      `x = 1|2|3`,
    ));

  it('builds by comprehensions in scopes of their own', () =>
    check(
      `
      x = 'outer'
      squares = [x for x in [1, 2, 3] if x != 2]
      mapping = {k: v for k, v in [('a', 1), ('b', 2)]}
      unique = {c for c in 'aa'}
      nested = [(a, b) for a in [1, 2] for b in [3]]
      total = [y for y in (z for z in [1, 2])]
      after = x`,
      `
      squares = [1, 3]
      mapping = {'a': 1, 'b': 2}
      unique = {'a'}
      nested = [(1, 3), (2, 3)]
      total = [1, 2]
      after = 'outer'`,
    ));

  it('runs generators to their end', () =>
    check(
      `
      log = []
      def gen():
          log.append('start')
          yield 1
          yield from [2, 3]
          log.append('end')
      g = gen()
      log.append('made')
      values = list(g)
      first, second, third = gen()`,
      `
      log = ['made', 'start', 'end', 'start', 'end']
      values = [1, 2, 3]
      second = 2`,
    ));

  it('asks iterators for their elements', () =>
    check(
      `
      class Plugins:
          def __init__(self): self.items = ['a', 'b']
          def __iter__(self): return iter(self.items)
      class Rows:
          def __iter__(self):
              yield 1
              yield 2
      found = [p for p in Plugins()]
      rows = list(Rows())
      first = next(iter(['x', 'y']))
      last = next(iter([]), 'default')
      any_ = any(p == 'b' for p in Plugins())
      all_ = all([True, True])`,
      `
      found = ['a', 'b']
      rows = [1, 2]
      first = 'x'
      last = 'default'
      any_ = True
      all_ = True`,
    ));

  it('changes containers in place', () =>
    check(
      `
      handlers = []
      handlers += ['a']
      handlers.extend(['b'])
      handlers.insert(0, 'first')
      removed = handlers.pop()
      registry = {}
      registry['a'] = 1
      registry.setdefault('a', 2)
      registry.setdefault('b', 3)
      registry.update({'c': 4}, d=5)
      del registry['a']
      popped = registry.pop('b', None)
      merged = {**registry, 'e': 6}
      both = [*handlers, 'z']
      part = both[0:2]
      last = both[-1]`,
      `
      handlers = ['first', 'a']
      removed = 'b'
      registry = {'c': 4, 'd': 5}
      popped = 3
      merged = {'c': 4, 'd': 5, 'e': 6}
      part = ['first', 'a']
      last = 'z'`,
    ));

  it('looks up registries by known and unknown keys', () =>
    check(
      `
      class A: pass
      class B: pass
      registry = {'a': A, 'b': B}
      known = registry['a']()
      either = registry[input()]()
      missing = registry.get('c')
      found = registry.get(input())`,
      `
      known = A(4)
      either = A(5)|B(5)
      missing = None
      found = None|class main.A|class main.B`,
    ));

  it('formats texts', () =>
    check(
      `
      name = 'ws'
      texts = [f'set_{name}', 'set_%s' % name, 'set_{}'.format(name), '_'.join(['set', name]), name.upper(), f'{1 + 1}']`,
      `texts = ['set_ws', 'set_ws', 'set_ws', 'set_ws', 'WS', '2']`,
    ));

  it('keeps a default dictionary', () =>
    check(
      `
      from collections import defaultdict, OrderedDict
      d = defaultdict(list)
      d['a'].append(1)
      d['a'].append(2)
      o = OrderedDict(x=1)
      values = [d['a'], d['b'], o['x']]`,
      `values = [[1, 2], [], 1]`,
    ));
});
