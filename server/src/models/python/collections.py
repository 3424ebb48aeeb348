"""Containers beyond the builtin ones."""
from __wiretrace__ import (contains, get_item, identical, iterate, length, make_class, make_dict, make_list, mapping_items, mapping_set,
    mapping_set_default, mapping_update, sequence_add, sequence_clear, sequence_copy, sequence_extend, sequence_insert, sequence_pop,
    sequence_remove, sequence_reverse, set_attribute, some, type_of, unknown)
from _collections_abc import MutableMapping, MutableSequence, Sequence
import collections.abc


class deque(MutableSequence):
    maxlen = unknown("the greatest length of a deque")
    def __new__(cls, iterable=(), maxlen=None, *args, **kwargs): return make_list(cls, iterable) if identical(cls, deque) else make_list(cls, ())
    def __init__(self, iterable=(), maxlen=None):
        if not identical(type_of(self), deque):
            sequence_extend(self, iterable)
    def append(self, item, /): sequence_add(self, item)
    def appendleft(self, item, /): sequence_insert(self, 0, item)
    def extend(self, iterable, /): sequence_extend(self, iterable)
    def extendleft(self, iterable, /): sequence_extend(self, iterable)
    def pop(self): return sequence_pop(self)
    def popleft(self): return sequence_pop(self, 0)
    def clear(self): sequence_clear(self)
    def copy(self): return sequence_copy(self)
    def insert(self, index, value, /): sequence_insert(self, index, value)
    def remove(self, value, /): sequence_remove(self, value)
    def reverse(self): sequence_reverse(self)
    def rotate(self, n=1, /): return None
    def index(self, value, *bounds): return some("int")
    def count(self, value, /): return some("int")
    def __len__(self): return length(self)
    def __getitem__(self, key, /): return get_item(self, key)


class OrderedDict(dict):
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_dict(cls, iterable, kwargs) if identical(cls, OrderedDict) else make_dict(cls, (), {})
    def popitem(self, last=True): return dict.popitem(self)
    def move_to_end(self, key, last=True): return None


class defaultdict(dict):
    def __new__(cls, default_factory=None, /, *args, **kwargs):
        self = make_dict(cls, (), {})
        if identical(cls, defaultdict):
            defaultdict.__init__(self, default_factory, *args, **kwargs)
        return self
    def __init__(self, default_factory=None, /, *args, **kwargs):
        self.default_factory = default_factory
        mapping_update(self, args[0] if length(args) > 0 else (), kwargs)
    def __getitem__(self, key, /):
        if not contains(self, key):
            self.__missing__(key)
        return get_item(self, key)
    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        return mapping_set_default(self, key, self.default_factory())
    def copy(self): return defaultdict(self.default_factory, self)


class Counter(dict):
    def __new__(cls, iterable=None, /, *args, **kwds):
        self = make_dict(cls, (), {})
        if identical(cls, Counter):
            Counter.__init__(self, iterable, **kwds)
        return self
    def __init__(self, iterable=None, /, **kwds):
        if iterable is not None:
            self.update(iterable)
        mapping_update(self, (), kwds)
    def __getitem__(self, key): return some("int")
    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            for key in iterate(iterable):
                mapping_set(self, key, some("int"))
    def subtract(self, iterable=None, /, **kwds): return None
    def most_common(self, n=None): return mapping_items(self)
    def elements(self): return iterate(self)
    def total(self): return some("int")


class ChainMap(MutableMapping):
    def __init__(self, *maps): self.maps = [entry for entry in maps] if maps else [{}]
    def __getitem__(self, key):
        for entry in self.maps:
            if key in entry:
                return entry[key]
        raise KeyError(key)
    def __setitem__(self, key, value): self.maps[0][key] = value
    def __delitem__(self, key): del self.maps[0][key]
    def __iter__(self): return (key for entry in self.maps for key in entry)
    def __len__(self): return some("int")
    def new_child(self, m=None, **kwargs): return ChainMap(kwargs if m is None else m, *self.maps)


class UserDict(MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)
    def __len__(self): return len(self.data)
    def __getitem__(self, key): return self.data[key]
    def __setitem__(self, key, item): self.data[key] = item
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(self.data)
    def __contains__(self, key): return key in self.data
    def get(self, key, default=None): return self.data.get(key, default)
    def copy(self): return self


class UserList(MutableSequence):
    def __init__(self, initlist=None): self.data = [] if initlist is None else list(initlist)
    def __len__(self): return len(self.data)
    def __getitem__(self, i): return self.data[i]
    def __setitem__(self, i, item): self.data[i] = item
    def __delitem__(self, i): del self.data[i]
    def __iter__(self): return iter(self.data)
    def append(self, item): self.data.append(item)
    def insert(self, i, item): self.data.insert(i, item)
    def extend(self, other): self.data.extend(other)


class UserString(Sequence):
    def __init__(self, seq): self.data = str(seq)
    def __getattr__(self, name): return unknown("a method of UserString")


class _NamedTuple(Sequence):
    """What namedtuple() classes and typing.NamedTuple classes derive from."""
    _fields = ()
    _defaults = ()
    def __init__(self, *args, **kwargs):
        for field, value in zip(self._fields[length(self._fields) - length(self._defaults):], self._defaults):
            set_attribute(self, field, value)
        for field, value in zip(self._fields, args):
            set_attribute(self, field, value)
        for field, value in kwargs.items():
            set_attribute(self, field, value)
    def __iter__(self): return (getattr(self, field) for field in self._fields)
    def __getitem__(self, index): return [getattr(self, field) for field in self._fields][index]
    def __len__(self): return length(self._fields)
    def _asdict(self): return {field: getattr(self, field) for field in self._fields}
    def _replace(self, /, **kwargs): return type(self)(**{**self._asdict(), **kwargs})
    @classmethod
    def _make(cls, iterable): return cls(*iterable)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    fields = field_names.replace(",", " ").split() if isinstance(field_names, str) else list(field_names)
    return make_class(type, typename, (_NamedTuple,), {"_fields": fields, "_defaults": () if defaults is None else tuple(defaults)})
