/** Dataclasses, enumerations, named tuples and settings. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('records', () => {
  it('of dataclasses get a constructor from their fields', () =>
    check(
      `
      from dataclasses import dataclass, field
      class Manager: pass
      @dataclass
      class Base:
          name: str
          handlers: list = field(default_factory=list)
      @dataclass
      class Component(Base):
          manager: object = None
          made: Manager = field(default_factory=Manager)
          def __post_init__(self):
              self.ready = True
      a = Component('a')
      b = Component(name='b', manager='m')
      a.handlers.append(1)
      has = [hasattr(a, 'bridge'), a.ready]
      same = a.made is b.made
      try:
          Component()
      except TypeError:
          missing = True`,
      `
      a.name = 'a'
      a.manager = None
      a.handlers = [1]
      b.manager = 'm'
      b.handlers = []
      has = [False, True]
      same = False
      missing = True
      raise 19 Component() is missing the argument 'name' (20)`,
    ));

  it('of enumerations are members', () =>
    check(
      `
      from enum import Enum, IntEnum, auto
      class Environment(Enum):
          DEVELOPMENT = 'development'
          STAGING = 'staging'
          @property
          def short(self): return self.value[0:3]
          @classmethod
          def default(cls): return cls.DEVELOPMENT
      class Kind(str, Enum):
          A = 'a'
      names = [e.name for e in Environment]
      values = [e.value for e in Environment]
      by_value = Environment('staging') is Environment.STAGING
      by_name = Environment['STAGING'] is Environment.STAGING
      member = Environment.STAGING in Environment
      default = Environment.default() is Environment.DEVELOPMENT
      text = Kind.A == 'a'
      differ = Environment.STAGING == Environment.DEVELOPMENT
      kind = isinstance(Environment.STAGING, Environment)
      has = hasattr(Environment, 'PRODUCTION')
      try:
          Environment('other')
      except ValueError:
          wrong = True`,
      `
      names = ['DEVELOPMENT', 'STAGING']
      values = ['development', 'staging']
      by_value = True
      by_name = True
      member = True
      default = True
      text = True
      differ = False
      kind = True
      has = False
      wrong = True
      raise 22 ValueError (23)`,
    ));

  it('of named tuples and typed dictionaries', () =>
    check(
      `
      from typing import NamedTuple, TypedDict
      from collections import namedtuple
      class Row(NamedTuple):
          a: int
          b: int = 2
      Pair = namedtuple('Pair', ['x', 'y'])
      class Options(TypedDict, total=False):
          debug: bool
      r = Row(1)
      p = Pair(3, 4)
      values = [r.a, r.b, p.x, p.y]
      first, second = r
      o = Options(debug=True)
      debug = o['debug']`,
      `
      values = [1, 2, 3, 4]
      first = 1
      second = 2
      debug = True`,
    ));

  it('of pydantic take fields and defaults', () =>
    check(
      `
      from pydantic import BaseModel, Field
      class Config(BaseModel):
          url: str
          retries: int = 3
          tags: list = Field(default_factory=list)
          name: str = Field(default='n')
      c = Config(url='u', retries=5)`,
      `
      c.url = 'u'
      c.retries = 5
      c.tags = []
      c.name = 'n'`,
    ));
});
