/** Imports run modules, once, where they are imported. Python reference 5. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('imports', () => {
  it('run a module inside the function that imports it', () =>
    check(
      {
        'log.py': `entries = []`,
        'late.py': `
          import log
          log.entries.append('late')`,
        'main.py': `
          import log
          log.entries.append('first')
          def start():
              import late
              return late
          log.entries.append('second')
          module = start()`,
      },
      `
      log.entries = ['first', 'second', 'late']
      module = module late`,
    ));

  it('run a module once', () =>
    check(
      {
        'counted.py': `
          import log
          log.runs.append(1)
          value = object()`,
        'log.py': `runs = []`,
        'main.py': `
          import counted
          from counted import value
          import counted as again
          same = value is again.value`,
      },
      `
      log.runs = [1]
      same = True`,
    ));

  it('do not run what only type checkers read', () =>
    check(
      {
        'main.py': `
          from typing import TYPE_CHECKING
          import typing
          x = 1
          if TYPE_CHECKING:
              import missing_module.part
              x = 2
          if typing.TYPE_CHECKING:
              x = 3`,
      },
      `
      x = 1
      if 4 false: false
      if 7 false: false`,
    ));

  it('follow re-exports with another name', () =>
    check(
      {
        'pkg/__init__.py': `from .inner import Manager as WebSocketManager`,
        'pkg/inner.py': `
          class Manager:
              pass`,
        'main.py': `
          from pkg import WebSocketManager
          import pkg.inner
          m = WebSocketManager()
          same = WebSocketManager is pkg.inner.Manager`,
      },
      `
      m = Manager(3)
      same = True`,
    ));

  it('bind the top package, the leaf by alias, and submodules as attributes', () =>
    check(
      {
        'a/__init__.py': ``,
        'a/b/__init__.py': ``,
        'a/b/c.py': `x = 1`,
        'main.py': `
          import a.b.c
          import a.b.c as leaf
          from a.b import c
          from a import b as middle
          top = a
          x = a.b.c.x`,
      },
      `
      top = module a
      leaf = module a.b.c
      c = module a.b.c
      middle = module a.b
      x = 1`,
    ));

  it('climb packages by dots', () =>
    check(
      {
        'p/__init__.py': ``,
        'p/q/__init__.py': ``,
        'p/q/r.py': `
          from .. import util
          from ..util import f
          from . import s
          from .s import y as z`,
        'p/q/s.py': `y = 2`,
        'p/util.py': `
          def f(): return 1`,
        'main.py': `
          from p.q import r
          print(r)`,
      },
      `
      p.q.r.util = module p.util
      p.q.r.f = def p.util.f
      p.q.r.s = module p.q.s
      p.q.r.z = 2`,
    ));

  it('import everything that is public, or what __all__ lists', () =>
    check(
      {
        'open.py': `
          a = 1
          _b = 2`,
        'listed.py': `
          __all__ = ['_d']
          c = 3
          _d = 4`,
        'main.py': `
          from open import *
          from listed import *
          names = ['a' in globals(), '_b' in globals(), 'c' in globals(), '_d' in globals()]`,
      },
      `
      a = 1
      _d = 4
      names = [True, False, False, True]`,
    ));

  it('see a partial module in a cycle', () =>
    check(
      {
        'one.py': `
          before = 1
          import two
          after = 2`,
        'two.py': `
          import one
          seen_before = hasattr(one, 'before')
          seen_after = hasattr(one, 'after')`,
        'main.py': `import one`,
      },
      `
      two.seen_before = True
      two.seen_after = False
      one.after = 2`,
    ));

  it('raise for a name that a partial module does not have yet', () =>
    check(
      {
        'one.py': `
          from two import y
          x = 1`,
        'two.py': `
          from one import x
          y = 1`,
        'main.py': `
          try:
              import one
              ok = True
          except ImportError:
              ok = False`,
      },
      `
      ok = False
      raise two.py:1 no module one.x (4)`,
    ));

  it('run a module again whose first import failed', () =>
    check(
      {
        'log.py': `runs = []`,
        'flaky.py': `
          import log
          log.runs.append('run')
          if len(log.runs) < 2:
              raise RuntimeError('not yet')
          value = 7`,
        'main.py': `
          import log
          try:
              import flaky
          except RuntimeError:
              pass
          import flaky
          value = flaky.value`,
      },
      `
      log.runs = ['run', 'run']
      value = 7
      raise flaky.py:4 RuntimeError (4)`,
    ));

  it('fall back where a module of the workspace is missing', () =>
    check(
      {
        'pkg/__init__.py': ``,
        'main.py': `
          try:
              from pkg.fast import Manager
          except ImportError:
              Manager = None
          try:
              import pkg.other
              x = 1
          except ModuleNotFoundError:
              x = 2
          try:
              from pkg import nothing
              y = 1
          except ImportError:
              y = 2`,
      },
      `
      Manager = None
      x = 2
      y = 2
      raise 2 no module pkg.fast (3)
      raise 6 no module pkg.other (8)
      raise 11 no module pkg.nothing (13)`,
    ));

  it('take a library that nobody can see for present', () =>
    check(
      `
      try:
          import acme.aio as acme
          from acme import Client
      except ImportError:
          acme = None
      client = acme.Hub()
      other = Client.from_url('x')`,
      `
      acme = true acme.aio
      client = true acme.aio.Hub
      other = ?`,
    ));

  it('keep two classes of one name apart', () =>
    check(
      {
        'a.py': `
          class Manager:
              kind = 'a'`,
        'b.py': `
          class Manager:
              kind = 'b'`,
        'main.py': `
          import a, b
          first = a.Manager()
          kinds = [first.kind, b.Manager().kind]
          other = isinstance(first, b.Manager)
          own = isinstance(first, a.Manager)`,
      },
      `
      kinds = ['a', 'b']
      other = False
      own = True`,
    ));

  it('let a subclass have the name of its base', () =>
    check(
      {
        'base.py': `
          class Registry:
              def __init__(self):
                  self.made_by = 'base'
              def old(self):
                  return 1`,
        'main.py': `
          from base import Registry as Base
          import base
          class Registry(base.Registry):
              def new(self):
                  return 2
          r = Registry()
          by = r.made_by
          has = [hasattr(r, 'new'), hasattr(r, 'old'), hasattr(Base(), 'new')]`,
      },
      `
      r = Registry(6)
      by = 'base'
      has = [True, True, False]`,
    ));

  it('import by constant name', () =>
    check(
      {
        'plugins/__init__.py': ``,
        'plugins/mail.py': `name = 'mail'`,
        'main.py': `
          import importlib
          module = importlib.import_module('plugins.mail')
          relative = importlib.import_module('.mail', 'plugins')
          name = getattr(module, 'name')
          unknown = importlib.import_module(input())`,
      },
      `
      module = module plugins.mail
      relative = module plugins.mail
      name = 'mail'
      unknown = ?`,
    ));

  it('ask the module for names that it lacks', () =>
    check(
      {
        'lazy.py': `
          def __getattr__(name):
              if name == 'manager':
                  return 'made late'
              raise AttributeError(name)`,
        'main.py': `
          import lazy
          a = lazy.manager
          from lazy import manager as b
          c = hasattr(lazy, 'manager')
          d = hasattr(lazy, 'other')`,
      },
      `
      a = 'made late'
      b = 'made late'
      c = True
      d = False
      raise lazy.py:4 AttributeError (5)`,
    ));

  it('know the main program by its name, twice where it is imported too', () =>
    check(
      {
        'holder.py': `
          import main
          main.value = 2`,
        'main.py': `
          value = 1
          name = __name__
          if __name__ == '__main__':
              import holder
              other = holder.main.value`,
      },
      `
      __main__.value = 1
      __main__.name = '__main__'
      __main__.other = 2
      main.value = 2
      main.name = 'main'`,
      { asMain: true },
    ));

  it('rebind globals of a module from another one', () =>
    check(
      {
        'state.py': `
          manager = None
          def set_manager(m):
              global manager
              manager = m
          def get_manager():
              return manager`,
        'main.py': `
          import state
          from state import manager as early, get_manager
          before = get_manager()
          state.set_manager('m')
          after = get_manager()
          attribute = state.manager`,
      },
      `
      early = None
      before = None
      after = 'm'
      attribute = 'm'`,
    ));
});
