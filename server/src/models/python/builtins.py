"""The names that need no import. Exceptions stand in _builtin_exceptions; `super` is the engine's own, its name stands here for completeness."""
from __wiretrace__ import (allocate, attributes_of, construct, contains, delete_attribute, delete_item, drop_attribute, get_attribute, get_item,
    global_names, has_attribute, identical, import_module, is_callable, is_instance, is_subclass, iterate, length, load_attribute, local_names,
    make_class, make_class_method, make_dict, make_list, make_property, make_set, make_static, make_tuple, mapping_clear, mapping_copy,
    mapping_get, mapping_items, mapping_keys, mapping_remove, mapping_set_default, mapping_update, mapping_values, next_of,
    number_operation, object_of, sequence_add, sequence_clear, sequence_copy, sequence_extend, sequence_index, sequence_insert, sequence_pop,
    sequence_remove, sequence_reverse, set_attribute, set_item, some, store_attribute, string_operation, truth, type_of, unknown, unknown_boolean)


class object:
    def __new__(cls, *args, **kwargs): return allocate(cls)
    def __init__(self, *args, **kwargs): pass
    def __init_subclass__(cls, **kwargs): pass
    def __setattr__(self, name, value, /): store_attribute(self, name, value)
    def __delattr__(self, name, /): drop_attribute(self, name)
    def __getattribute__(self, name, /): return load_attribute(self, name)
    def __repr__(self): return some("str")
    def __str__(self): return some("str")
    def __format__(self, format_spec, /): return some("str")
    def __sizeof__(self): return some("int")
    def __dir__(self): return mapping_keys(attributes_of(self))
    def __reduce__(self): return some("tuple")
    def __reduce_ex__(self, protocol, /): return some("tuple")


class type:
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, *args, **kwargs):
        if length(args) == 1:
            return type_of(args[0])
        return make_class(cls, args[0], args[1], args[2])
    def __init__(cls, *args, **kwargs): pass
    def __call__(cls, *args, **kwargs): return construct(cls, *args, **kwargs)
    def __prepare__(*args, **kwargs): return {}
    def __instancecheck__(cls, instance, /): return is_instance(instance, cls)
    def __subclasscheck__(cls, subclass, /): return is_subclass(subclass, cls)
    def mro(cls): return unknown("the order of base classes")


from _builtin_exceptions import *
from _collections_abc import MutableMapping, MutableSequence, MutableSet, Sequence, Set

Ellipsis = ...
NotImplemented = object_of("builtins.NotImplementedType")
__debug__ = True
_MISSING = object()


class property:
    def __new__(cls, fget=None, fset=None, fdel=None, doc=None):
        if identical(cls, property):
            return make_property(fget, fset)
        return allocate(cls)
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
    def __get__(self, instance, owner=None, /):
        if instance is None:
            return self
        return self.fget(instance)
    def __set__(self, instance, value, /): self.fset(instance, value)
    def getter(self, fget, /): return type_of(self)(fget, self.fset, self.fdel)
    def setter(self, fset, /): return type_of(self)(self.fget, fset, self.fdel)
    def deleter(self, fdel, /): return type_of(self)(self.fget, self.fset, fdel)


class staticmethod:
    def __new__(cls, function, /): return make_static(function)


class classmethod:
    def __new__(cls, function, /): return make_class_method(function)


class super:
    pass


class int:
    real = some("int")
    imag = 0
    numerator = some("int")
    denominator = 1
    def __new__(cls, x=0, /, base=10):
        if identical(cls, int):
            return number_operation("int", x, base)
        return allocate(cls)
    def bit_length(self): return some("int")
    def bit_count(self): return some("int")
    def conjugate(self): return self
    def is_integer(self): return True
    def as_integer_ratio(self): return (self, 1)
    def to_bytes(self, length=1, byteorder="big", *, signed=False): return some("bytes")
    @make_class_method
    def from_bytes(cls, bytes, byteorder="big", *, signed=False): return some("int")


class bool(int):
    def __new__(cls, x=False, /): return truth(x)


class float:
    real = some("float")
    imag = 0.0
    def __new__(cls, x=0.0, /):
        if identical(cls, float):
            return number_operation("float", x)
        return allocate(cls)
    def is_integer(self): return unknown_boolean("a number")
    def as_integer_ratio(self): return (some("int"), some("int"))
    def conjugate(self): return self
    def hex(self): return some("str")
    @make_class_method
    def fromhex(cls, string, /): return some("float")
    @make_class_method
    def from_number(cls, number, /): return some("float")


class complex:
    real = some("float")
    imag = some("float")
    def __new__(cls, real=0, imag=0): return some("complex")
    def conjugate(self): return self
    @make_class_method
    def from_number(cls, number, /): return some("complex")


class str(Sequence):
    def __new__(cls, object="", encoding="utf-8", errors="strict"):
        if identical(cls, str):
            return string_operation("str", object)
        return allocate(cls)
    def capitalize(self): return string_operation("capitalize", self)
    def casefold(self): return string_operation("casefold", self)
    def center(self, width, fillchar=" ", /): return string_operation("center", self, width, fillchar)
    def count(self, sub, start=0, end=None, /): return string_operation("count", self, sub)
    def encode(self, encoding="utf-8", errors="strict"): return string_operation("encode", self, encoding)
    def endswith(self, suffix, start=0, end=None, /): return string_operation("endswith", self, suffix)
    def expandtabs(self, tabsize=8): return string_operation("expandtabs", self, tabsize)
    def find(self, sub, start=0, end=None, /): return string_operation("find", self, sub)
    def format(self, /, *args, **kwargs): return string_operation("format", self, args, kwargs)
    def format_map(self, mapping, /): return string_operation("format", self, (), mapping)
    def index(self, sub, start=0, end=None, /): return string_operation("index", self, sub)
    def isalnum(self): return string_operation("isalnum", self)
    def isalpha(self): return string_operation("isalpha", self)
    def isascii(self): return string_operation("isascii", self)
    def isdecimal(self): return string_operation("isdecimal", self)
    def isdigit(self): return string_operation("isdigit", self)
    def isidentifier(self): return string_operation("isidentifier", self)
    def islower(self): return string_operation("islower", self)
    def isnumeric(self): return string_operation("isnumeric", self)
    def isprintable(self): return string_operation("isprintable", self)
    def isspace(self): return string_operation("isspace", self)
    def istitle(self): return string_operation("istitle", self)
    def isupper(self): return string_operation("isupper", self)
    def join(self, iterable, /): return string_operation("join", self, iterate(iterable))
    def ljust(self, width, fillchar=" ", /): return string_operation("ljust", self, width, fillchar)
    def lower(self): return string_operation("lower", self)
    def lstrip(self, chars=None, /): return string_operation("lstrip", self, chars)
    def partition(self, sep, /): return string_operation("partition", self, sep)
    def removeprefix(self, prefix, /): return string_operation("removeprefix", self, prefix)
    def removesuffix(self, suffix, /): return string_operation("removesuffix", self, suffix)
    def replace(self, old, new, /, count=-1): return string_operation("replace", self, old, new, count)
    def rfind(self, sub, start=0, end=None, /): return string_operation("rfind", self, sub)
    def rindex(self, sub, start=0, end=None, /): return string_operation("rindex", self, sub)
    def rjust(self, width, fillchar=" ", /): return string_operation("rjust", self, width, fillchar)
    def rpartition(self, sep, /): return string_operation("rpartition", self, sep)
    def rsplit(self, sep=None, maxsplit=-1): return string_operation("rsplit", self, sep, maxsplit)
    def rstrip(self, chars=None, /): return string_operation("rstrip", self, chars)
    def split(self, sep=None, maxsplit=-1): return string_operation("split", self, sep, maxsplit)
    def splitlines(self, keepends=False): return string_operation("splitlines", self, keepends)
    def startswith(self, prefix, start=0, end=None, /): return string_operation("startswith", self, prefix)
    def strip(self, chars=None, /): return string_operation("strip", self, chars)
    def swapcase(self): return string_operation("swapcase", self)
    def title(self): return string_operation("title", self)
    def translate(self, table, /): return some("str")
    def upper(self): return string_operation("upper", self)
    def zfill(self, width, /): return string_operation("zfill", self, width)
    @make_static
    def maketrans(x, y=None, z=None, /): return some("dict")


class bytes(Sequence):
    def __new__(cls, source=b"", encoding="utf-8", errors="strict"): return some("bytes")
    def decode(self, encoding="utf-8", errors="strict"): return some("str")
    def hex(self, sep=None, bytes_per_sep=1): return some("str")
    def split(self, sep=None, maxsplit=-1): return [some("bytes")]
    def strip(self, bytes=None, /): return some("bytes")
    def lstrip(self, bytes=None, /): return some("bytes")
    def rstrip(self, bytes=None, /): return some("bytes")
    def replace(self, old, new, count=-1, /): return some("bytes")
    def join(self, iterable_of_bytes, /): return some("bytes")
    def startswith(self, prefix, start=0, end=None, /): return unknown_boolean("bytes")
    def endswith(self, suffix, start=0, end=None, /): return unknown_boolean("bytes")
    def find(self, sub, start=0, end=None, /): return some("int")
    def __getattr__(self, name): return unknown("a method of bytes")
    @make_class_method
    def fromhex(cls, string, /): return some("bytes")


class bytearray(bytes):
    def __new__(cls, source=b"", encoding="utf-8", errors="strict"): return some("bytearray")


class memoryview(Sequence):
    def __new__(cls, object): return some("memoryview")
    def __getattr__(self, name): return unknown("a method of memoryview")


class list(MutableSequence):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_list(cls, iterable) if identical(cls, list) else make_list(cls, ())
    def __init__(self, iterable=(), /):
        if not identical(type_of(self), list):
            sequence_extend(self, iterable)
    def append(self, object, /): sequence_add(self, object)
    def clear(self): sequence_clear(self)
    def copy(self): return sequence_copy(self)
    def count(self, value, /): return some("int")
    def extend(self, iterable, /): sequence_extend(self, iterable)
    def index(self, value, start=0, stop=9223372036854775807, /): return sequence_index(self, value)
    def insert(self, index, object, /): sequence_insert(self, index, object)
    def pop(self, index=-1, /): return sequence_pop(self, index)
    def remove(self, value, /): sequence_remove(self, value)
    def reverse(self): sequence_reverse(self)
    def sort(self, *, key=None, reverse=False): _look_at_keys(self, key)
    def __getitem__(self, index, /): return get_item(self, index)
    def __setitem__(self, key, value, /): set_item(self, key, value)
    def __delitem__(self, key, /): delete_item(self, key)
    def __contains__(self, key, /): return contains(self, key)
    def __len__(self): return length(self)
    def __iter__(self): return (value for value in iterate(self))
    def __reversed__(self): return reversed(self)
    def __add__(self, value, /): return _joined(self, value)
    def __mul__(self, value, /): return sequence_copy(self)
    def __iadd__(self, value, /):
        sequence_extend(self, value)
        return self


def _joined(first, second):
    result = make_list(list, first)
    sequence_extend(result, second)
    return result


def _look_at_keys(iterable, key):
    if key is not None:
        for item in iterate(iterable):
            key(item)


class tuple(Sequence):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /): return make_tuple(cls, iterable)
    def count(self, value, /): return some("int")
    def index(self, value, start=0, stop=9223372036854775807, /): return sequence_index(self, value)
    def __getitem__(self, key, /): return get_item(self, key)
    def __contains__(self, key, /): return contains(self, key)
    def __len__(self): return length(self)
    def __iter__(self): return (value for value in iterate(self))
    def __add__(self, value, /): return make_tuple(tuple, _joined(self, value))
    def __mul__(self, value, /): return self


class frozenset(Set):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_set(cls, iterable)
    def copy(self): return sequence_copy(self)
    def union(self, *others):
        result = sequence_copy(self)
        for other in others:
            sequence_extend(result, other)
        return result
    def intersection(self, *others): return make_set(set, [item for item in iterate(self) if all([item in other for other in others])])
    def difference(self, *others): return make_set(set, [item for item in iterate(self) if not any([item in other for other in others])])
    def symmetric_difference(self, other, /): return self.difference(other).union(make_set(set, other).difference(self))
    def isdisjoint(self, other, /): return not any([item in self for item in other])
    def issubset(self, other, /): return all([item in other for item in iterate(self)])
    def issuperset(self, other, /): return all([item in self for item in other])
    def __contains__(self, key, /): return contains(self, key)
    def __len__(self): return length(self)
    def __iter__(self): return (value for value in iterate(self))
    def __or__(self, value, /): return self.union(value)
    def __and__(self, value, /): return self.intersection(value)
    def __sub__(self, value, /): return self.difference(value)
    def __xor__(self, value, /): return self.symmetric_difference(value)


class set(frozenset, MutableSet):
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_set(cls, iterable) if identical(cls, set) else make_set(cls, ())
    def __init__(self, iterable=(), /):
        if not identical(type_of(self), set):
            sequence_extend(self, iterable)
    def add(self, object, /): sequence_add(self, object)
    def clear(self): sequence_clear(self)
    def discard(self, object, /): sequence_remove(self, object)
    def pop(self): return sequence_pop(self)
    def remove(self, object, /): sequence_remove(self, object)
    def update(self, *others):
        for other in others:
            sequence_extend(self, other)
    def difference_update(self, *others):
        for other in others:
            for item in iterate(other):
                sequence_remove(self, item)
    def intersection_update(self, *others): pass
    def symmetric_difference_update(self, other, /): sequence_extend(self, other)
    def __ior__(self, value, /):
        sequence_extend(self, value)
        return self
    def __isub__(self, value, /):
        self.difference_update(value)
        return self


class dict(MutableMapping):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_dict(cls, iterable, kwargs) if identical(cls, dict) else make_dict(cls, (), {})
    def __init__(self, iterable=(), /, **kwargs):
        if not identical(type_of(self), dict):
            mapping_update(self, iterable, kwargs)
    @make_class_method
    def fromkeys(cls, iterable, value=None, /): return make_dict(cls, [(key, value) for key in iterable], {})
    def clear(self): mapping_clear(self)
    def copy(self): return mapping_copy(self)
    def get(self, key, default=None, /): return mapping_get(self, key, default)
    def items(self): return mapping_items(self)
    def keys(self): return mapping_keys(self)
    def values(self): return mapping_values(self)
    def pop(self, key, default=_MISSING, /):
        if default is not _MISSING:
            return mapping_remove(self, key, default)
        value = get_item(self, key)
        mapping_remove(self, key, None)
        return value
    def popitem(self):
        item = next_of(mapping_items(self))
        mapping_remove(self, item[0], None)
        return item
    def setdefault(self, key, default=None, /): return mapping_set_default(self, key, default)
    def update(self, iterable=(), /, **kwargs): mapping_update(self, iterable, kwargs)
    def __getitem__(self, key, /): return get_item(self, key)
    def __setitem__(self, key, value, /): set_item(self, key, value)
    def __delitem__(self, key, /): delete_item(self, key)
    def __contains__(self, key, /): return contains(self, key)
    def __len__(self): return length(self)
    def __iter__(self): return (key for key in mapping_keys(self))
    def __reversed__(self): return reversed(mapping_keys(self))
    def __or__(self, value, /):
        result = mapping_copy(self)
        mapping_update(result, value, {})
        return result
    def __ior__(self, value, /):
        mapping_update(self, value, {})
        return self


class slice:
    def __init__(self, start, stop=None, step=None, /):
        self.start = start
        self.stop = stop
        self.step = step
    def indices(self, length, /): return (some("int"), some("int"), some("int"))


from _builtin_functions import *
