"""What the builtin texts and containers can do. builtins derives them from here."""
from __wiretrace__ import (contains, delete_item, get_item, iterate, length, make_class_method, make_list, make_set, make_static,
    make_tuple, mapping_clear, mapping_copy, mapping_get, mapping_items, mapping_keys, mapping_remove, mapping_set, mapping_set_default, mapping_update,
    mapping_values, next_of, run, send_to, sequence_add, sequence_clear, sequence_copy, sequence_extend, sequence_index, sequence_insert, sequence_pop,
    sequence_remove, sequence_reverse, set_item, some, string_operation, unknown, unknown_boolean)
from _open_containers import dict_of
from _collections_abc import MutableMapping, MutableSequence, MutableSet, Sequence, Set

_ABSENT = ("absent",)


def _joined(first, second):
    result = make_list(list, first)
    sequence_extend(result, second)
    return result


def _look_at_keys(iterable, key):
    if key is not None:
        for item in iterate(iterable):
            key(item)


class _Text(Sequence):
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
    def lstrip(self, chars=None, /): return string_operation("lstrip", self) if chars is None else string_operation("lstrip", self, chars)
    def partition(self, sep, /): return string_operation("partition", self, sep)
    def removeprefix(self, prefix, /): return string_operation("removeprefix", self, prefix)
    def removesuffix(self, suffix, /): return string_operation("removesuffix", self, suffix)
    def replace(self, old, new, /, count=-1): return string_operation("replace", self, old, new, count)
    def rfind(self, sub, start=0, end=None, /): return string_operation("rfind", self, sub)
    def rindex(self, sub, start=0, end=None, /): return string_operation("rindex", self, sub)
    def rjust(self, width, fillchar=" ", /): return string_operation("rjust", self, width, fillchar)
    def rpartition(self, sep, /): return string_operation("rpartition", self, sep)
    def rsplit(self, sep=None, maxsplit=-1): return string_operation("rsplit", self) if sep is None else string_operation("rsplit", self, sep, maxsplit)
    def rstrip(self, chars=None, /): return string_operation("rstrip", self) if chars is None else string_operation("rstrip", self, chars)
    def split(self, sep=None, maxsplit=-1): return string_operation("split", self) if sep is None else string_operation("split", self, sep, maxsplit)
    def splitlines(self, keepends=False): return string_operation("splitlines", self, keepends)
    def startswith(self, prefix, start=0, end=None, /): return string_operation("startswith", self, prefix)
    def strip(self, chars=None, /): return string_operation("strip", self) if chars is None else string_operation("strip", self, chars)
    def swapcase(self): return string_operation("swapcase", self)
    def title(self): return string_operation("title", self)
    def translate(self, table, /): return some("str")
    def upper(self): return string_operation("upper", self)
    def zfill(self, width, /): return string_operation("zfill", self, width)
    @make_static
    def maketrans(x, y=None, z=None, /): return dict_of(some("str"), unknown("a value of a mapping"))


class _Bytes(Sequence):
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


class _List(MutableSequence):
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


class _Tuple(Sequence):
    def count(self, value, /): return some("int")
    def index(self, value, start=0, stop=9223372036854775807, /): return sequence_index(self, value)
    def __getitem__(self, key, /): return get_item(self, key)
    def __contains__(self, key, /): return contains(self, key)
    def __len__(self): return length(self)
    def __iter__(self): return (value for value in iterate(self))
    def __add__(self, value, /): return make_tuple(tuple, _joined(self, value))
    def __mul__(self, value, /): return self


class _FrozenSet(Set):
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


class _Dict(MutableMapping):
    def clear(self): mapping_clear(self)
    def copy(self): return mapping_copy(self)
    def get(self, key, default=None, /): return mapping_get(self, key, default)
    def items(self): return mapping_items(self)
    def keys(self): return mapping_keys(self)
    def values(self): return mapping_values(self)
    def pop(self, key, default=_ABSENT, /):
        if default is not _ABSENT:
            return mapping_remove(self, key, default)
        value = get_item(self, key)
        mapping_remove(self, key, None)
        return value
    def popitem(self):
        item = next_of(mapping_items(self))
        mapping_remove(self, item[0], None)
        return item
    def setdefault(self, key, default=None, /):
        if key == "DJANGO_SETTINGS_MODULE":  # Which settings a project has is the project's own choice, not the machine's.
            mapping_set(self, key, default)
            return default
        return mapping_set_default(self, key, default)
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


class _MutableSet(MutableSet):
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


class _Generator:
    gi_running = ag_running = False
    def __iter__(self): return self
    def __next__(self): return next_of(self)
    def send(self, value, /): return send_to(self, value)
    def close(self): return None
    def __aiter__(self): return self
    async def __anext__(self): return next_of(self)
    async def asend(self, value, /): return send_to(self, value)
    async def aclose(self): return None
    def __getattr__(self, name):
        if string_operation("startswith", name, "__"):
            raise AttributeError(name)
        return unknown("a detail of a generator")


class _Coroutine:
    def __await__(self): return self
    def send(self, value, /): return run(self)
    def close(self): return None
    def __getattr__(self, name): return unknown("a detail of a coroutine")


class _Integer:
    real = some("int")
    imag = 0
    numerator = some("int")
    denominator = 1
    def bit_length(self): return some("int")
    def bit_count(self): return some("int")
    def conjugate(self): return self
    def is_integer(self): return True
    def as_integer_ratio(self): return (self, 1)
    def to_bytes(self, length=1, byteorder="big", *, signed=False): return some("bytes")
    @make_class_method
    def from_bytes(cls, bytes, byteorder="big", *, signed=False): return some("int")


class _Float:
    real = some("float")
    imag = some("float")
    def is_integer(self): return unknown_boolean("a number")
    def as_integer_ratio(self): return (some("int"), some("int"))
    def conjugate(self): return self
    def hex(self): return some("str")
    @make_class_method
    def fromhex(cls, string, /): return some("float")
    @make_class_method
    def from_number(cls, number, /): return some("float")
