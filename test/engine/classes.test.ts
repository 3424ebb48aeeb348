/** Classes and instances: Python data model 3.3. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('classes', () => {
  it('call super along the method resolution order', () =>
    check(
      `
      log = []
      class A:
          def __init__(self):
              log.append('A')
      class B(A):
          def __init__(self):
              log.append('B')
              super().__init__()
      class C(A):
          def __init__(self):
              log.append('C')
              super(C, self).__init__()
      class D(B, C):
          def __init__(self):
              super().__init__()
              self.done = True
      d = D()`,
      `
      log = ['B', 'C', 'A']
      d = D(17)
      d.done = True`,
    ));

  it('run property getters and setters', () =>
    check(
      `
      class Registry:
          def __init__(self):
              self._manager = None
          @property
          def manager(self):
              return self._manager
          @manager.setter
          def manager(self, value):
              self._manager = value
      r = Registry()
      before = r.manager
      r.manager = 'm'
      after = r.manager`,
      `
      before = None
      after = 'm'
      r._manager = 'm'`,
    ));

  it('take a property that raises a missing attribute for no attribute', () =>
    check(
      `
      class Service:
          @property
          def bridge(self):
              return self._bridge
          @property
          def broken(self):
              raise RuntimeError('no')
      s = Service()
      before = hasattr(s, 'bridge')
      s._bridge = 1
      after = hasattr(s, 'bridge')
      try:
          hasattr(s, 'broken')
          swallowed = True
      except RuntimeError:
          swallowed = False`,
      `
      before = False
      after = True
      swallowed = False
      raise 4 Service has no _bridge (9)
      raise 7 RuntimeError (15)`,
    ));

  it('bind class methods to the class that is asked', () =>
    check(
      `
      class Base:
          @classmethod
          def create(cls, x=1):
              made = cls()
              made.x = x
              return made
          @staticmethod
          def plain(x):
              return x
      class Sub(Base):
          pass
      a = Base.create()
      b = Sub.create(x=2)
      c = b.create()
      d = [Base.plain(3), b.plain(4)]`,
      `
      a = Base(4)
      b = Sub(4)
      b.x = 2
      c = Sub(4)
      d = [3, 4]`,
    ));

  it('make a singleton in __new__', () =>
    check(
      `
      class Hub:
          _instance = None
          def __new__(cls):
              if cls._instance is None:
                  cls._instance = super().__new__(cls)
                  cls._instance.manager = None
              return cls._instance
      a = Hub()
      a.manager = 'm'
      b = Hub()
      same = a is b
      seen = b.manager`,
      `
      same = True
      seen = 'm'`,
    ));

  it('make a singleton in a lazy factory', () =>
    check(
      `
      class Manager: pass
      _manager = None
      def get_manager():
          global _manager
          if _manager is None:
              _manager = Manager()
          return _manager
      a = get_manager()
      b = get_manager()
      same = a is b`,
      `
      a = Manager(6)
      same = True
      if 5 true: None
      if 5 false: a instance <Manager(6)>`,
    ));

  it('keep instances of one class apart, and of one call site made twice', () =>
    check(
      `
      class A:
          def __init__(self, x):
              self.x = x
      def make(x):
          return A(x)
      a = make(1)
      b = make(2)
      values = [a.x, b.x]
      same = a is b`,
      `
      values = [1, 2]
      same = False`,
    ));

  it('look for attributes on the instance, then on the class', () =>
    check(
      `
      class A:
          shared = []
          kind = 'class'
      a = A()
      b = A()
      a.kind = 'own'
      a.shared.append(1)
      kinds = [a.kind, b.kind, A.kind]
      A.kind = 'changed'
      later = [a.kind, b.kind]
      del a.kind
      last = a.kind
      shared = b.shared`,
      `
      kinds = ['own', 'class', 'class']
      later = ['own', 'changed']
      last = 'changed'
      shared = [1]`,
    ));

  it('nest classes', () =>
    check(
      `
      class Outer:
          class Inner:
              def __init__(self):
                  self.x = 1
          def make(self):
              return self.Inner()
      a = Outer.Inner()
      b = Outer().make()
      c = Outer.Inner`,
      `
      a = Inner(7)
      b = Inner(6)
      c = class main.Outer.Inner`,
    ));

  it('do not see names of the class body in methods', () =>
    check(
      `
      x = 'global'
      class A:
          x = 'class'
          y = x
          def get(self):
              return x
      a = A.y
      b = A().get()`,
      `
      a = 'class'
      b = 'global'`,
    ));

  it('run descriptors', () =>
    check(
      `
      class Lazy:
          def __set_name__(self, owner, name):
              self.name = name
          def __get__(self, instance, owner):
              if instance is None:
                  return self
              return 'value of ' + self.name
      class A:
          manager = Lazy()
      a = A().manager
      own = A.manager`,
      `
      a = 'value of manager'
      own = Lazy(9)`,
    ));

  it('store through data descriptors', () =>
    check(
      `
      class Checked:
          def __set_name__(self, owner, name):
              self.slot = '_' + name
          def __get__(self, instance, owner):
              return getattr(instance, self.slot, None)
          def __set__(self, instance, value):
              setattr(instance, self.slot, value)
      class A:
          manager = Checked()
      a = A()
      before = a.manager
      a.manager = 'm'
      after = a.manager`,
      `
      before = None
      after = 'm'
      a._manager = 'm'`,
    ));

  it('register subclasses in __init_subclass__', () =>
    check(
      `
      class Plugin:
          registry = {}
          def __init_subclass__(cls, key=None, **kwargs):
              super().__init_subclass__(**kwargs)
              Plugin.registry[key] = cls
      class Mail(Plugin, key='mail'): pass
      class Chat(Plugin, key='chat'): pass
      r = Plugin.registry
      made = Plugin.registry['chat']()`,
      `
      r = {'mail': class main.Mail, 'chat': class main.Chat}
      made = Chat(9)`,
    ));

  it('call through a metaclass', () =>
    check(
      `
      class Singleton(type):
          _instances = {}
          def __call__(cls, *args, **kwargs):
              if cls not in cls._instances:
                  cls._instances[cls] = super().__call__(*args, **kwargs)
              return cls._instances[cls]
      class Hub(metaclass=Singleton):
          def __init__(self, x):
              self.x = x
      a = Hub(1)
      b = Hub(2)
      same = a is b
      x = b.x`,
      `
      same = True
      x = 1`,
    ));

  it('call instances', () =>
    check(
      `
      class Factory:
          def __init__(self, made):
              self.made = made
          def __call__(self, more):
              return [self.made, more]
      x = Factory(1)(2)`,
      `x = [1, 2]`,
    ));

  it('answer for attributes by __getattr__ only where there is none', () =>
    check(
      `
      class Proxy:
          def __init__(self, target):
              self.target = target
          def __getattr__(self, name):
              return getattr(self.target, name)
      class A:
          def __init__(self): self.manager = 'm'
      p = Proxy(A())
      a = p.manager
      b = hasattr(p, 'manager')
      c = hasattr(p, 'other')
      t = p.target`,
      `
      a = 'm'
      b = True
      c = False
      t = A(8)
      raise 5 A has no other (11)`,
    ));

  it('store through __setattr__ and object.__setattr__', () =>
    check(
      `
      class A:
          def __init__(self):
              object.__setattr__(self, 'log', [])
          def __setattr__(self, name, value):
              self.log.append(name)
              super().__setattr__(name, value)
      a = A()
      a.x = 1
      a.y = 2
      log = a.log
      x = a.x`,
      `
      log = ['x', 'y']
      x = 1`,
    ));

  it('tell classes of instances', () =>
    check(
      `
      class A: pass
      class B(A): pass
      b = B()
      answers = [isinstance(b, A), isinstance(b, (int, A)), isinstance(A(), B), issubclass(B, A), type(b) is B, type(b).__name__]`,
      `answers = [True, True, False, True, True, 'B']`,
    ));

  it('use __slots__ and class annotations without inventing attributes', () =>
    check(
      `
      class A:
          manager: object
          __slots__ = ('x',)
      a = A()
      has = [hasattr(a, 'manager'), hasattr(a, 'x')]`,
      `has = [False, False]`,
    ));

  it('make abstract classes and protocols plain classes', () =>
    check(
      `
      from abc import ABC, abstractmethod
      from typing import Protocol, Generic, TypeVar
      T = TypeVar('T')
      class Sink(Protocol):
          def send(self, x): ...
      class Base(ABC, Generic[T]):
          @abstractmethod
          def run(self): ...
          def go(self):
              return self.run()
      class Real(Base[int]):
          def run(self):
              return 1
      x = Real().go()
      has = hasattr(Real(), 'walk')`,
      `
      x = 1
      has = False`,
    ));
});
