/** Raising ends a path; handlers take what fits. Python reference 8.4. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('exceptions', () => {
  it('go to the first handler that fits', () =>
    check(
      `
      class AppError(Exception): pass
      class StartupError(AppError): pass
      def f(kind):
          try:
              raise kind('x')
          except StartupError:
              return 'startup'
          except (KeyError, AppError) as e:
              return 'app'
          except Exception:
              return 'any'
      values = [f(StartupError), f(AppError), f(KeyError), f(ValueError)]`,
      `
      values = ['startup', 'app', 'app', 'any']
      raise 5 StartupError (6)
      raise 5 AppError (8)
      raise 5 KeyError (8)
      raise 5 ValueError (10)`,
    ));

  it('end startup where nothing catches them', () =>
    check(
      `
      x = 1
      raise RuntimeError('no manager')
      x = 2`,
      `
      x = 1
      raise 2 RuntimeError (uncaught)`,
    ));

  it('run else and finally', () =>
    check(
      `
      log = []
      def f(fail):
          try:
              log.append('try')
              if fail: raise ValueError()
          except ValueError:
              log.append('except')
          else:
              log.append('else')
          finally:
              log.append('finally')
      f(False)
      f(True)
      def g():
          try:
              return 'value'
          finally:
              log.append('after return')
      v = g()`,
      `
      log = ['try', 'else', 'finally', 'try', 'except', 'finally', 'after return']
      v = 'value'
      raise 5 ValueError (6)`,
    ));

  it('go on after the handler raises again', () =>
    check(
      `
      log = []
      def f():
          try:
              raise KeyError('k')
          except KeyError as e:
              log.append('inner')
              raise
      def g():
          try:
              f()
          except KeyError as e:
              raise RuntimeError('outer') from e
      try:
          g()
      except RuntimeError as e:
          log.append('outer')`,
      `
      log = ['inner', 'outer']
      raise 4 KeyError (5)
      raise 7 KeyError (11)
      raise 12 RuntimeError (15)`,
    ));

  it('swallow a call whose arguments do not fit', () =>
    check(
      `
      class Registry:
          def __init__(self): self.manager = None
          def set_manager(self, manager, user): self.manager = manager
      r = Registry()
      try:
          r.set_manager('m')
      except Exception as e:
          print(e)
      m = r.manager`,
      `
      m = None
      raise 6 set_manager() is missing the argument 'user' (7)`,
    ));

  it('keep what was done before the raise', () =>
    check(
      `
      class A: pass
      a = A()
      try:
          a.before = 1
          raise ValueError()
          a.after = 2
      except ValueError:
          pass
      has = [hasattr(a, 'before'), hasattr(a, 'after')]`,
      `
      has = [True, False]
      raise 5 ValueError (7)`,
    ));

  it('join the paths that raise and those that do not', () =>
    check(
      `
      def connect():
          if input():
              raise OSError()
          return 'socket'
      try:
          s = connect()
      except OSError:
          s = None`,
      `
      s = 'socket'|None
      raise 3 OSError (7)`,
    ));

  it('raise in one branch leaves the other', () =>
    check(
      `
      class A: pass
      a = A() if input() else None
      if a is None:
          raise RuntimeError()
      b = a`,
      `
      b = A(2)
      raise 4 RuntimeError (uncaught)`,
    ));

  it('suppress by contextlib', () =>
    check(
      `
      import contextlib
      x = 1
      with contextlib.suppress(ValueError, KeyError):
          x = 2
          raise KeyError()
          x = 3
      y = 1
      try:
          with contextlib.suppress(ValueError):
              raise KeyError()
      except KeyError:
          y = 2`,
      `
      x = 2
      y = 2
      raise 5 KeyError (3)
      raise 10 KeyError (11)`,
    ));

  it('bind the exception and forget its name', () =>
    check(
      `
      try:
          raise ValueError('text', 2)
      except ValueError as e:
          args = e.args
          kind = type(e).__name__
      gone = 'e' in globals()`,
      `
      args = ('text', 2)
      kind = 'ValueError'
      gone = False
      raise 2 ValueError (3)`,
    ));

  it('come from missing keys and indexes', () =>
    check(
      `
      results = []
      try:
          {'a': 1}['b']
      except KeyError:
          results.append('key')
      try:
          [1][3]
      except IndexError:
          results.append('index')
      try:
          None()
      except TypeError:
          results.append('call')`,
      `
      results = ['key', 'index', 'call']
      raise 3 the key is not there (4)
      raise 7 the index is out of range (8)
      raise 11 None is not callable (12)`,
    ));

  it('leave the rest of an exit by sys.exit', () =>
    check(
      `
      import sys
      x = 1
      try:
          sys.exit(1)
      except Exception:
          x = 2`,
      `
      x = 1
      raise 4 SystemExit (uncaught)`,
    ));

  it('go through exception groups', () =>
    check(
      `
      try:
          raise ExceptionGroup('g', [ValueError()])
      except* ValueError:
          x = 1`,
      `
      x = 1
      raise 2 ExceptionGroup (3)`,
    ));
});
