"""attrs: classes whose constructor comes from their fields."""
from __wiretrace__ import field_default, make_record, unknown
from _external import external

NOTHING = object()


class Factory:
    def __init__(self, factory, takes_self=False): self.factory = factory


def field(*, default=NOTHING, factory=None, **options):
    if factory is not None:
        return field_default(None, factory)
    if isinstance(default, Factory):
        return field_default(None, default.factory)
    if default is not NOTHING:
        return field_default(default, None)
    return unknown("a field that is given")


def ib(default=NOTHING, *args, factory=None, **options): return field(default=default, factory=factory)
def define(maybe_cls=None, **options): return make_record if maybe_cls is None else make_record(maybe_cls)
attrib = ib
s = define
attrs = define
dataclass = define
frozen = define
mutable = define
def asdict(inst, **options): return dict(inst.__dict__)
def evolve(inst, **changes): return inst
def fields(cls): return unknown("the fields of a class")
def has(cls): return unknown("whether it is a class with fields")
def __getattr__(name): return external("attr." + name)
