/** Functions: closures, lambdas, decorators, arguments. Python reference 4.2 and 8.7. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('functions', () => {
  it('see the last value of an enclosing variable', () =>
    check(
      `
      def outer():
          made = []
          for i in [1, 2, 3]:
              made.append(lambda: i)
          return [f() for f in made]
      late = outer()
      early = [f() for f in [lambda i=i: i for i in [1, 2]]]`,
      `
      late = [3, 3, 3]
      early = [1, 2]`,
    ));

  it('write to an enclosing variable', () =>
    check(
      `
      def holder():
          manager = None
          def set_it(m):
              nonlocal manager
              manager = m
          def get():
              return manager
          return set_it, get
      set_a, get_a = holder()
      set_b, get_b = holder()
      set_a(1)
      values = [get_a(), get_b()]`,
      `values = [1, None]`,
    ));

  it('make things in lambdas', () =>
    check(
      `
      class A: pass
      factories = {'a': lambda: A(), 'n': lambda: None}
      a = factories['a']()
      n = factories['n']()`,
      `
      a = A(2)
      n = None`,
    ));

  it('evaluate defaults once', () =>
    check(
      `
      def add(x, to=[]):
          to.append(x)
          return to
      a = add(1)
      b = add(2)
      same = a is b`,
      `
      b = [1, 2]
      same = True`,
    ));

  it('take star arguments apart and together', () =>
    check(
      `
      def f(a, *rest, b=0, **more):
          return [a, rest, b, more]
      x = f(1, 2, 3, b=4, c=5)
      y = f(*[1, 2], **{'b': 3, 'd': 4})
      args = (7,)
      z = f(*args, *[8, 9])`,
      `
      x = [1, (2, 3), 4, {'c': 5}]
      y = [1, (2), 3, {'d': 4}]
      z = [7, (8, 9), 0, {}]`,
    ));

  it('refuse arguments that do not fit', () =>
    check(
      `
      def f(a, *, b): return 1
      class A:
          def set(self, m): self.m = m
      results = []
      for call in [lambda: f(), lambda: f(1, 2), lambda: f(1), lambda: f(1, b=1, c=2), lambda: f(1, a=1, b=1), lambda: A().set(), lambda: A(1), lambda: f(1, b=2)]:
          try:
              results.append(call())
          except TypeError:
              results.append('TypeError')`,
      `
      results = ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 1]
      raise 5 f() is missing the arguments 'a', 'b' (8)
      raise 5 f() takes 1 positional arguments but 2 were given (8)
      raise 5 f() is missing the argument 'b' (8)
      raise 5 f() got an unexpected keyword argument 'c' (8)
      raise 5 f() got multiple values for argument 'a' (8)
      raise 5 set() is missing the argument 'm' (8)
      raise 5 A() takes no arguments (8)`,
    ));

  it('apply decorators, innermost first', () =>
    check(
      `
      def add(x):
          def decorate(f):
              def wrapper(*args, **kwargs):
                  return [x] + f(*args, **kwargs)
              return wrapper
          return decorate
      @add('outer')
      @add('inner')
      def f(x):
          return [x]
      value = f(x=1)`,
      `value = ['outer', 'inner', 1]`,
    ));

  it('let a decorator register and hand on', () =>
    check(
      `
      handlers = {}
      def on(event):
          def register(f):
              handlers[event] = f
              return f
          return register
      @on('start')
      def begin():
          return 1
      value = handlers['start']()
      same = handlers['start'] is begin`,
      `
      handlers = {'start': def main.begin}
      value = 1
      same = True`,
    ));

  it('use functools', () =>
    check(
      `
      from functools import partial, lru_cache, wraps, cache, cached_property
      class A: pass
      @lru_cache(maxsize=None)
      def get(): return A()
      @lru_cache
      def keyed(k): return A()
      @cache
      def other(): return A()
      def logged(f):
          @wraps(f)
          def wrapper(*args):
              return f(*args)
          return wrapper
      @logged
      def add(a, b, c=0): return [a, b, c]
      add_one = partial(add, 1)
      named = partial(keyed, k=1)
      same = [get() is get(), keyed(1) is keyed(1), keyed(1) is keyed(2), other() is other()]
      sum = add_one(2)
      name = add.__name__
      class B:
          @cached_property
          def made(self): return A()
      b = B()
      kept = b.made is b.made`,
      `
      same = [True, True, False, True]
      sum = [1, 2, 0]
      name = 'add'
      kept = True`,
    ));

  it('decorate with a class', () =>
    check(
      `
      class Counted:
          def __init__(self, f):
              self.f = f
          def __call__(self, *args):
              return ['counted', self.f(*args)]
      @Counted
      def f(x): return x
      value = f(1)
      def register(cls):
          cls.tag = 'registered'
          return cls
      @register
      class A: pass
      tag = A.tag`,
      `
      value = ['counted', 1]
      tag = 'registered'`,
    ));

  it('keep a function that an unseen decorator wraps', () =>
    check(
      `
      from tenacity import retry
      @retry(attempts=3)
      def f(): return 1
      value = f()`,
      `value = 1`,
    ));

  it('assign by walrus and unpack', () =>
    check(
      `
      if (n := 3) > 2:
          a, (b, *c), *d = 1, (2, 3, 4), 5, 6
      [e, f] = [7, 8]
      g = h = []
      same = g is h`,
      `
      n = 3
      a = 1
      b = 2
      c = [3, 4]
      d = [5, 6]
      e = 7
      f = 8
      same = True`,
    ));

  it('raise for a name that nothing defines', () =>
    check(
      `
      def f():
          return undefined_name
      try:
          f()
          x = 1
      except NameError:
          x = 2
      def g():
          y = later
          later = 1
      try:
          g()
      except UnboundLocalError:
          z = 1`,
      `
      x = 2
      z = 1
      raise 2 no name undefined_name (6)
      raise 9 no name later (13)`,
    ));

  it('pass methods and functions along as callbacks', () =>
    check(
      `
      class Bus:
          def __init__(self): self.handlers = []
          def on(self, f): self.handlers.append(f)
          def emit(self, x):
              for f in self.handlers: f(x)
      class Sink:
          def __init__(self): self.seen = None
          def take(self, x): self.seen = x
      bus, sink = Bus(), Sink()
      bus.on(sink.take)
      bus.emit('event')`,
      `
      bus.handlers = [Sink(9).take]
      sink.seen = 'event'`,
    ));

  it('call again what changes something', () =>
    check(
      `
      class A: pass
      a = A()
      log = []
      def drop(): del a.x
      def put(): a.x = 1
      def append(): log.append(1)
      put()
      drop()
      put()
      drop()
      append()
      append()
      has = hasattr(a, 'x')`,
      `
      log = [1, 1]
      has = False`,
    ));

  it('return early', () =>
    check(
      `
      def f(x):
          if x is None:
              return 'none'
          x.touched = True
          return 'done'
      class A: pass
      a = A()
      values = [f(None), f(a)]
      touched = a.touched`,
      `
      values = ['none', 'done']
      touched = True
      if 2 true: None
      if 2 false: a instance <A(7)>`,
    ));
});
