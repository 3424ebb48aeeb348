"""Context variables: one context for the whole run."""
from __wiretrace__ import unknown, unknown_boolean

_ABSENT = object()


class Token:
    MISSING = object()
    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
    def __enter__(self): return self
    def __exit__(self, type, value, traceback): self.var._value = self.old_value


class ContextVar:
    def __init__(self, name, *, default=_ABSENT):
        self.name = name
        self._default = default
        self._value = _ABSENT
    def __class_getitem__(cls, item): return cls
    def get(self, default=_ABSENT, /):
        if self._value is not _ABSENT:
            return self._value
        if default is not _ABSENT:
            return default
        if self._default is not _ABSENT:
            return self._default
        if unknown_boolean("whether the context variable is set"):
            return unknown("what a context variable holds")
        raise LookupError(self)
    def set(self, value, /):
        token = Token(self, self._value)
        self._value = value
        return token
    def reset(self, token, /): self._value = token.old_value


class Context:
    def run(self, callable, *args, **kwargs): return callable(*args, **kwargs)
    def copy(self): return self
    def get(self, key, default=None, /): return unknown("a context variable")
    def __getitem__(self, key): return unknown("a context variable")


def copy_context(): return Context()
