"""Weak references: what they refer to is taken to be alive."""
from __wiretrace__ import make_dict, make_set, mapping_values, some


class ref:
    def __init__(self, object, callback=None, /): self._object = object
    def __call__(self): return self._object
    def __class_getitem__(cls, item): return cls


class WeakMethod(ref): pass
class KeyedRef(ref): pass
ReferenceType = ref


def proxy(object, callback=None, /): return object


class WeakSet(set):
    def __new__(cls, data=None, *args): return make_set(cls, () if data is None else data)
class WeakValueDictionary(dict):
    def __new__(cls, other=(), /, *args, **kw): return make_dict(cls, other, kw)
    def valuerefs(self): return [ref(value) for value in mapping_values(self)]
class WeakKeyDictionary(dict):
    def __new__(cls, dict=None, *args): return make_dict(cls, () if dict is None else dict, {})


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs): self.alive = True
    atexit = True
    def __call__(self, _=None): return None
    def detach(self): return None
    def peek(self): return None


def getweakrefcount(object, /): return some("int")
def getweakrefs(object, /): return []
