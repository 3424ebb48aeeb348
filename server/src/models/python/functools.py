"""Tools for functions."""
from __wiretrace__ import (attributes_of, get_attribute, is_callable, kind_of, make_cached_property, make_partial, mapping_items, memoize,
    set_attribute, unknown, unknown_boolean)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_ABSENT = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name, value in mapping_items(attributes_of(wrapped)):
        set_attribute(wrapper, name, value)
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        set_attribute(wrapper, name, get_attribute(wrapped, name, None))
    set_attribute(wrapper, "__wrapped__", wrapped)
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped)
    return decorate


def partial(func, /, *args, **keywords): return make_partial(func, args, keywords)


def partialmethod(func, /, *args, **keywords):
    def method(self, *rest, **more):
        return func(self, *args, *rest, **{**keywords, **more})
    return method


def lru_cache(maxsize=128, typed=False):
    if is_callable(maxsize):
        return memoize(maxsize)
    return memoize


def cache(user_function, /): return memoize(user_function)
def cached_property(func): return make_cached_property(func)


def reduce(function, iterable, initial=_ABSENT, /):
    value = initial
    for item in iterable:
        value = item if value is _ABSENT else function(value, item)
    return value


class _Dispatcher:
    """What singledispatch gives: the implementation that fits the type of the first argument."""
    def __init__(self, func, position):
        self.registry = []
        self.func = func
        self.position = position
    def register(self, cls, func=None):
        if func is not None:
            self.registry.append((cls, func))
            return func
        if kind_of(cls) != "class":
            self.registry.append((None, cls))
            return cls
        def decorate(implementation):
            self.registry.append((cls, implementation))
            return implementation
        return decorate
    def dispatch(self, cls): return unknown("the implementation for a type")
    def __call__(self, *args, **kw):
        for cls, implementation in reversed(self.registry):
            if unknown_boolean("whether the argument is of the annotated type") if cls is None else isinstance(args[self.position], cls):
                return implementation(*args, **kw)
        return self.func(*args, **kw)
    def __get__(self, instance, owner=None):
        if self.position == 0 or instance is None:
            return self
        return make_partial(self, (instance,), {})


def singledispatch(func): return _Dispatcher(func, 0)
def singledispatchmethod(func): return _Dispatcher(func, 1)
def total_ordering(cls): return cls
def cmp_to_key(mycmp): return mycmp
Placeholder = object()
