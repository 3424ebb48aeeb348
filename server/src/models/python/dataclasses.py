"""Data classes."""
from __wiretrace__ import (allocate, attributes_of, field_default, make_record, mapping_copy, mapping_items, store_attribute, type_of,
    unknown, unknown_boolean)


class MISSING: pass
class KW_ONLY: pass
class FrozenInstanceError(AttributeError): pass


class InitVar:
    def __init__(self, type): self.type = type
    def __class_getitem__(cls, type): return cls


class Field:
    def __getattr__(self, name): return unknown("a property of a field")


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
        slots=False, weakref_slot=False):
    if cls is None:
        return make_record
    return make_record(cls)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    if default_factory is not MISSING:
        return field_default(None, default_factory)
    if default is not MISSING:
        return field_default(default, None)
    return field_default()


def fields(class_or_instance): return unknown("the fields of a data class")
def is_dataclass(obj): return unknown_boolean("whether it is a data class")
def asdict(obj, *, dict_factory=dict): return mapping_copy(attributes_of(obj))
def astuple(obj, *, tuple_factory=tuple): return tuple(attributes_of(obj).values())
def replace(obj, /, **changes):
    copy = allocate(type_of(obj))
    for name, value in mapping_items(attributes_of(obj)):
        store_attribute(copy, name, value)
    for name, value in mapping_items(changes):
        store_attribute(copy, name, value)
    return copy
def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **kwargs): return unknown("a class made at run time")
