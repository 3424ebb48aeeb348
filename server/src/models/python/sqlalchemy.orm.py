"""The mapper of SQLAlchemy: base classes, sessions."""
from __wiretrace__ import make_class, object_of, set_attribute, unknown
from _external import external


class DeclarativeBase:
    metadata = object_of("sqlalchemy.MetaData")
    registry = object_of("sqlalchemy.orm.registry")
    __table__ = object_of("sqlalchemy.Table")
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            set_attribute(self, name, value)


class MappedAsDataclass: pass


class sessionmaker:
    def __init__(self, bind=None, **kw): self.kw = kw
    def __class_getitem__(cls, item): return cls
    def __call__(self, **local_kw): return object_of("sqlalchemy.orm.Session")
    def begin(self): return object_of("sqlalchemy.orm.Session")
    def configure(self, **new_kw): return None


def declarative_base(**kw): return make_class(type, "Base", (DeclarativeBase,), {})
def scoped_session(session_factory, scopefunc=None): return object_of("sqlalchemy.orm.scoped_session")
def relationship(*args, **kwargs): return unknown("related objects")
def mapped_column(*args, **kwargs): return unknown("a column")
def column_property(*args, **kwargs): return unknown("a column")
def backref(*args, **kwargs): return unknown("related objects")
def validates(*names, **kwargs): return _same
def declared_attr(fn): return fn
def reconstructor(fn): return fn
def _same(function): return function
class Mapped:
    def __class_getitem__(cls, item): return cls
def __getattr__(name): return external("sqlalchemy.orm." + name)
