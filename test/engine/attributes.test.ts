/** Attributes exist or not, and the reason is kept. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('attributes', () => {
  it('do not exist where nothing defines them', () =>
    check(
      `
      class Supervisor:
          def __init__(self):
              self.registry = None
          def run(self): ...
      s = Supervisor()
      if hasattr(s, 'agent_registry'): pass
      if hasattr(s, 'registry'): pass
      if hasattr(s, 'run'): pass
      if hasattr(s, '__class__'): pass
      if hasattr(Supervisor, 'run'): pass
      if hasattr(Supervisor, 'registry'): pass
      if hasattr(None, 'registry'): pass
      if not hasattr(s, 'walk'): pass`,
      `
      if 6 false: Supervisor has no agent_registry
      if 7 true: Supervisor has registry
      if 8 true: Supervisor has run
      if 9 true: Supervisor has __class__
      if 10 true: class Supervisor has run
      if 11 false: Supervisor has no registry
      if 12 false: None has no registry
      if 13 true: not (Supervisor has no walk)`,
    ));

  it('exist on modules as their code defines them', () =>
    check(
      {
        'settings.py': `
          manager = None
          def set_manager(m): ...`,
        'main.py': `
          import settings
          if hasattr(settings, 'manager'): pass
          if hasattr(settings, 'set_manager'): pass
          if hasattr(settings, 'set_bridge'): pass
          settings.late = 1
          if hasattr(settings, 'late'): pass`,
      },
      `
      if 2 true: module settings has manager
      if 3 true: module settings has set_manager
      if 4 false: module settings has no set_bridge
      if 6 true: module settings has late`,
    ));

  it('may exist where a base class cannot be seen', () =>
    check(
      `
      from acme import Base
      class A(Base):
          def known(self): ...
      a = A()
      if hasattr(a, 'known'): pass
      if hasattr(a, 'other'):
          x = 1
      else:
          x = 2
      y = a.anything`,
      `
      x = 1|2
      y = ?
      if 5 true: A has known
      if 6 open: it is not known whether A has other`,
    ));

  it('may exist after a store under a computed name', () =>
    check(
      `
      class A: pass
      a = A()
      setattr(a, 'x', 1)
      before = hasattr(a, 'y')
      setattr(a, input(), 2)
      after = hasattr(a, 'y')
      x = a.x`,
      `
      before = False
      after = False|True
      x = 1|2`,
    ));

  it('are read by computed names from literal lists', () =>
    check(
      `
      class A:
          def set_a(self, v): self.a = v
          def set_b(self, v): self.b = v
      x = A()
      for name in ['a', 'b', 'c']:
          setter = getattr(x, f'set_{name}', None)
          if setter:
              setter(name.upper())
      a, b, c = x.a, x.b, hasattr(x, 'c')`,
      `
      a = 'A'
      b = 'B'
      c = False`,
    ));

  it('give the default where they are missing', () =>
    check(
      `
      class A:
          def __init__(self): self.x = 1
      a = A()
      values = [getattr(a, 'x', 2), getattr(a, 'y', 2), getattr(a, 'y', None), getattr(None, 'x', 3)]
      try:
          getattr(a, 'y')
      except AttributeError:
          values.append('raised')`,
      `
      values = [1, 2, None, 3, 'raised']
      raise 6 A has no y (7)`,
    ));

  it('are deleted', () =>
    check(
      `
      class A: pass
      a = A()
      a.x = a.y = 1
      del a.x
      delattr(a, 'y')
      has = [hasattr(a, 'x'), hasattr(a, 'y')]
      z = 1
      del z
      try:
          z
      except NameError:
          has.append('gone')`,
      `
      has = [False, False, 'gone']
      raise 10 no name z (11)`,
    ));

  it('are there on some paths only', () =>
    check(
      `
      class A: pass
      a = A()
      if input():
          a.x = 1
      has = hasattr(a, 'x')
      if hasattr(a, 'x'):
          inside = a.x
      else:
          inside = 'none'`,
      `
      a.x = 1|absent
      has = False|True
      inside = 'none'|1`,
    ));

  it('are found through vars and __dict__', () =>
    check(
      `
      class A:
          def __init__(self): self.x = 1
      a = A()
      found = ['x' in vars(a), 'y' in vars(a), 'x' in a.__dict__, a.__class__ is A]`,
      `found = [True, False, True, True]`,
    ));

  it('live on functions too', () =>
    check(
      `
      def f(): ...
      f.manager = 1
      has = [hasattr(f, 'manager'), hasattr(f, 'bridge'), f.manager]`,
      `has = [True, False, 1]`,
    ));

  it('raise for none', () =>
    check(
      `
      manager = None
      try:
          manager.send(1)
          sent = True
      except AttributeError:
          sent = False
      try:
          manager.x = 1
      except AttributeError:
          stored = False`,
      `
      sent = False
      stored = False
      raise 3 None has no send (5)
      raise 8 None has no x (9)`,
    ));

  it('of the application state exist once they are stored', () =>
    check(
      `
      from fastapi import FastAPI
      app = FastAPI()
      before = hasattr(app.state, 'manager')
      default = getattr(app.state, 'manager', 'default')
      app.state.manager = 'm'
      after = hasattr(app.state, 'manager')
      value = app.state.manager
      try:
          app.state.bridge
      except AttributeError:
          value2 = 'missing'`,
      `
      before = False
      default = 'default'
      after = True
      value = 'm'
      value2 = 'missing'
      raise 9 State has no bridge (10)`,
    ));

  it('of SimpleNamespace and dictionaries are exact', () =>
    check(
      `
      from types import SimpleNamespace
      s = SimpleNamespace(a=1)
      s.b = 2
      has = [hasattr(s, 'a'), hasattr(s, 'b'), hasattr(s, 'c'), s.a]
      d = {'a': 1}
      inside = ['a' in d, 'b' in d, d.get('a'), d.get('b'), d.get('b', 3), hasattr(d, 'set_manager')]`,
      `
      has = [True, True, False, 1]
      inside = [True, False, 1, None, 3, False]`,
    ));
});
