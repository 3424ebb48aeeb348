/** Guards: decided ones take one branch and say why, open ones run both, refine and join. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('guards', () => {
  it('are decided by none, constants and objects', () =>
    check(
      `
      class A: pass
      a = A()
      n = None
      if a: x = 1
      if n: x = 2
      if a is None: x = 3
      if n is None: y = 1
      if a is not None and n is None: z = 1
      if not a or n: z = 2
      if 'production' == 'staging': z = 3
      if 3 > 2: w = 1`,
      `
      x = 1
      y = 1
      z = 1
      w = 1`,
    ));

  it('ask __len__ and __bool__', () =>
    check(
      `
      class Registry:
          def __init__(self): self.items = []
          def __len__(self): return len(self.items)
          def add(self, x): self.items.append(x)
      class Off:
          def __bool__(self): return False
          def __len__(self): return 1
      r = Registry()
      if r: pass
      r.add(1)
      if r: pass
      if Off(): pass
      chosen = Registry() or 'other'`,
      `
      chosen = 'other'
      if 9 false: __len__ of Registry gives zero or false
      if 11 true: 1
      if 12 false: __bool__ of Off gives zero or false`,
    ));

  it('take empty containers for false', () =>
    check(
      `
      values = [bool([]), bool([1]), bool({}), bool({'a': 1}), bool(''), bool('x'), bool(0), bool(()), bool(set())]
      handlers = []
      if handlers: pass
      handlers.append(1)
      if handlers: pass`,
      `
      values = [False, True, False, True, False, True, False, False, False]
      if 3 false: it is empty
      if 5 true: it is not empty`,
    ));

  it('give operands with and, or', () =>
    check(
      `
      class A: pass
      a = None or A()
      b = '' or 'default'
      c = A() and 'both'
      d = None and missing
      e = a or missing
      f = None or 0 or []`,
      `
      a = A(2)
      b = 'default'
      c = 'both'
      d = None
      e = A(2)
      f = []`,
    ));

  it('run both sides of what is open, refine, and join', () =>
    check(
      `
      class A: pass
      def maybe():
          if input(): return A()
          return None
      m = maybe()
      if m is None:
          inside = m
          m2 = 'none'
      else:
          inside = m
          m2 = 'some'
      if m:
          truthy = m
      else:
          falsy = m
      if m is not None:
          m.x = 1`,
      `
      m = A(3)|None
      inside = A(3)|None
      m2 = 'none'|'some'
      truthy = A(3)|absent
      falsy = None|absent
      m.x = 1|absent`,
    ));

  it('refine after an early return and a raise', () =>
    check(
      `
      class A: pass
      def maybe():
          if input(): return A()
          return None
      def f(m):
          if m is None:
              return 'none'
          return m
      def g(m):
          if not m:
              raise RuntimeError()
          return m
      a = f(maybe())
      b = g(maybe())`,
      `
      a = 'none'|A(3)
      b = A(3)
      raise 11 RuntimeError (uncaught)`,
    ));

  it('refine by class', () =>
    check(
      `
      class A: pass
      class B: pass
      x = A() if input() else B()
      if isinstance(x, A):
          a = x
      else:
          b = x
      y = unknown_thing() if False else input()
      if isinstance(y, str): c = 1`,
      `
      a = A(3)|absent
      b = B(3)|absent
      c = 1|absent`,
    ));

  it('refine attributes', () =>
    check(
      `
      class A:
          def __init__(self, m): self.m = m
      a = A('m' if input() else None)
      if a.m is None:
          a.m = 'default'
      m = a.m`,
      `m = 'default'|'m'`,
    ));

  it('read the environment', () =>
    check(
      `
      import os
      from os import environ, getenv
      a = os.environ['ENVIRONMENT']
      b = os.environ.get('ENVIRONMENT')
      c = os.getenv('ENVIRONMENT', 'development')
      d = getenv('ENVIRONMENT').lower()
      e = environ.get('ENVIRONMENT', '').upper().strip()
      if os.getenv('ENVIRONMENT') == 'staging': x = 1
      else: x = 2
      if c in ('production', 'staging'): y = 1
      if 'ENVIRONMENT' in os.environ: z = 1
      if d != 'development': w = 1`,
      `
      a = 'staging'
      b = 'staging'
      c = 'staging'
      d = 'staging'
      e = 'STAGING'
      x = 1
      y = 1
      z = 1
      w = 1
      if 8 true: ENVIRONMENT is staging
      if 10 true: ENVIRONMENT is staging
      if 11 true: "ENVIRONMENT" <'ENVIRONMENT'>
      if 12 true: ENVIRONMENT is staging`,
      { variables: { ENVIRONMENT: 'staging' } },
    ));

  it('leave variables open that no environment assigns', () =>
    check(
      `
      import os
      a = os.getenv('OTHER')
      b = os.getenv('OTHER', 'default')
      x = 1 if a else 2`,
      `
      a = None|some|true
      b = 'default'|some
      x = 1|2`,
    ));

  it('see the environment through wrappers and settings objects', () =>
    check(
      {
        'config.py': `
          import os
          class Settings:
              def __init__(self):
                  self.environment = os.environ.get('ENVIRONMENT', 'development')
                  self.debug = self.environment == 'development'
              @property
              def is_production(self):
                  return self.environment == 'production'
          settings = Settings()
          def current():
              return settings.environment
          class Kind:
              STAGING = 'staging'`,
        'main.py': `
          from config import settings, current, Kind
          if settings.is_production: a = 1
          elif current() == Kind.STAGING: a = 2
          else: a = 3
          if not settings.debug: b = 1`,
      },
      `
      a = 2
      b = 1
      if 2 false: ENVIRONMENT is staging
      if 3 true: ENVIRONMENT is staging
      if 5 true: not (ENVIRONMENT is staging)`,
      { variables: { ENVIRONMENT: 'staging' } },
    ));

  it('see the environment through pydantic settings', () =>
    check(
      `
      from pydantic_settings import BaseSettings
      class Settings(BaseSettings):
          environment: str = 'development'
          redis_url: str = 'redis://'
      s = Settings()
      if s.environment == 'staging': x = 1
      else: x = 2`,
      `
      s.environment = 'staging'
      x = 1`,
      { variables: { ENVIRONMENT: 'staging' } },
    ));

  it('compare chains and membership', () =>
    check(
      `
      values = [1 < 2 < 3, 1 < 3 < 2, 'a' in ['a'], 'b' not in ['a'], 2 in {1, 2}, 'k' in {'k': 1}, 'b' in 'abc', None in [None]]`,
      `values = [True, False, True, True, True, True, True, True]`,
    ));

  it('compute conditional expressions and not', () =>
    check(
      `
      class A: pass
      a = A() if None is None else missing
      b = not a
      c = not None
      d = [not [], not not a]`,
      `
      a = A(2)
      b = False
      c = True
      d = [True, True]`,
    ));

  it('stop at an assertion that fails', () =>
    check(
      `
      manager = None
      try:
          assert manager is not None, 'no manager'
          x = 1
      except AssertionError:
          x = 2
      assert x == 2
      y = 3`,
      `
      x = 2
      y = 3
      raise 3 an assertion fails (5)`,
    ));
});
