"""State holds what was set on it and nothing else: hasattr() and getattr() with a default answer exactly."""
from __wiretrace__ import attributes_of, get_attribute, set_attribute, unknown


class State:
    __holds_anything__ = True
    def __init__(self, state=None):
        if state is not None:
            for key, value in state.items():
                set_attribute(self, key, value)
    @property
    def _state(self): return attributes_of(self)
    def __getitem__(self, key): return get_attribute(self, key)
    def __setitem__(self, key, value): set_attribute(self, key, value)
    def __contains__(self, key): return key in attributes_of(self)


class _Values:
    def __init__(self, *args, **kwargs): pass
    def __getitem__(self, key): return unknown("a value of a request")
    def __contains__(self, key): return unknown("whether a request has a value")
    def get(self, key, default=None): return unknown("a value of a request")
    def __getattr__(self, name): return unknown("a property of the values of a request")


class ImmutableMultiDict(_Values): pass
class MultiDict(_Values): pass
class QueryParams(_Values): pass
class FormData(_Values): pass
class Headers(_Values): pass
class MutableHeaders(_Values): pass
class URL(_Values): pass
class URLPath(str):
    def make_absolute_url(self, base_url): return unknown("an address")
class Address(_Values): pass
class Secret(_Values): pass
class CommaSeparatedStrings(_Values): pass
class UploadFile(_Values): pass
