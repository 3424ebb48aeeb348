"""Abstract containers. The builtin containers derive from them here, so that isinstance() tells the truth; the ones that ask for a single
method (Callable, Iterable ...) are checked by looking for it, which is left open."""
from __wiretrace__ import object_of

Awaitable = object_of("collections.abc.Awaitable")
Coroutine = object_of("collections.abc.Coroutine")
AsyncIterable = object_of("collections.abc.AsyncIterable")
AsyncIterator = object_of("collections.abc.AsyncIterator")
AsyncGenerator = object_of("collections.abc.AsyncGenerator")
Hashable = object_of("collections.abc.Hashable")
Iterable = object_of("collections.abc.Iterable")
Iterator = object_of("collections.abc.Iterator")
Generator = object_of("collections.abc.Generator")
Reversible = object_of("collections.abc.Reversible")
Sized = object_of("collections.abc.Sized")
Container = object_of("collections.abc.Container")
Collection = object_of("collections.abc.Collection")
Callable = object_of("collections.abc.Callable")
Buffer = object_of("collections.abc.Buffer")
ByteString = object_of("collections.abc.ByteString")
MappingView = object_of("collections.abc.MappingView")
KeysView = object_of("collections.abc.KeysView")
ItemsView = object_of("collections.abc.ItemsView")
ValuesView = object_of("collections.abc.ValuesView")


class Sequence:
    def __class_getitem__(cls, item): return cls
    def index(self, value, start=0, stop=None): return len([item for item in self])
    def count(self, value): return len([item for item in self if item == value])
    def __contains__(self, value): return any([item == value for item in self])
    def __reversed__(self): return reversed([item for item in self])


class MutableSequence(Sequence):
    def append(self, value): self.insert(len(self), value)
    def extend(self, values):
        for value in values:
            self.append(value)
    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value
    def remove(self, value): del self[self.index(value)]
    def clear(self): return None
    def reverse(self): return None
    def __iadd__(self, values):
        self.extend(values)
        return self


class Set:
    def __class_getitem__(cls, item): return cls
    def isdisjoint(self, other): return not any([value in self for value in other])


class MutableSet(Set):
    def remove(self, value): self.discard(value)
    def clear(self): return None
    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self


class Mapping:
    def __class_getitem__(cls, item): return cls
    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default
    def keys(self): return [key for key in self]
    def values(self): return [self[key] for key in self]
    def items(self): return [(key, self[key]) for key in self]
    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True


class MutableMapping(Mapping):
    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value
    def popitem(self):
        for key in self:
            return (key, self.pop(key))
        raise KeyError
    def clear(self):
        for key in self.keys():
            del self[key]
    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default
    def update(self, other=(), /, **kwds):
        entries = dict(other, **kwds)
        for key in entries:
            self[key] = entries[key]


__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator", "Generator",
    "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView",
    "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString", "Buffer"]
