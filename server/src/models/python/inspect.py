"""Looking at live objects, as far as their kind is known."""
from __wiretrace__ import (attributes_of, get_attribute, has_attribute, kind_of, make_list, mapping_keys, object_of, sequence_add,
    sequence_extend, some, type_of, unknown, unknown_boolean)
from _external import external

_FUNCTIONS = ("function", "coroutine function", "generator function", "asynchronous generator function")


class _empty: pass


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4
    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation
    def __getattr__(self, name): return unknown("a property of a parameter")


class Signature:
    empty = _empty
    def __init__(self, parameters=None, *, return_annotation=_empty): self.return_annotation = return_annotation
    def __getattr__(self, name): return unknown("a property of a signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False): return object_of("inspect.Signature")
def iscoroutinefunction(obj): return kind_of(obj) == "coroutine function"
def isasyncgenfunction(obj): return kind_of(obj) == "asynchronous generator function"
def isgeneratorfunction(obj): return kind_of(obj) == "generator function"
def iscoroutine(object): return kind_of(object) == "coroutine"
def isgenerator(object): return kind_of(object) == "generator"
def isasyncgen(object): return kind_of(object) == "asynchronous generator"
def isawaitable(object): return kind_of(object) == "coroutine" or has_attribute(object, "__await__")
def isclass(object): return kind_of(object) == "class"
def ismodule(object): return kind_of(object) == "module"
def isfunction(object): return kind_of(object) in _FUNCTIONS and not has_attribute(object, "__self__")
def ismethod(object): return kind_of(object) in _FUNCTIONS and has_attribute(object, "__self__")
def isroutine(object): return kind_of(object) in _FUNCTIONS
def isbuiltin(object): return False
def isabstract(object): return unknown_boolean("whether the class is abstract")
def isdatadescriptor(object): return unknown_boolean("whether it is a descriptor")
def ismethoddescriptor(object): return unknown_boolean("whether it is a descriptor")
def markcoroutinefunction(func): return func


def _names(object):
    names = make_list(list, mapping_keys(attributes_of(object)))
    kind = kind_of(object)
    if kind == "class":
        _add_names(names, object)
    elif kind != "module":
        _add_names(names, type_of(object))
    return names


def _add_names(names, cls):
    for base in cls.__mro__:
        if base.__name__ != "object":
            sequence_extend(names, mapping_keys(attributes_of(base)))


def getmembers(object, predicate=None):
    members = []
    seen = set()
    for name in _names(object):
        if name in seen:
            continue
        seen.add(name)
        value = get_attribute(object, name, None)
        if predicate is None or predicate(value):
            sequence_add(members, (name, value))
    return members


def getmembers_static(object, predicate=None): return getmembers(object, predicate)
def getmro(cls): return cls.__mro__
def getmodule(object, _filename=None): return unknown("the module of an object")
def getmodulename(path): return unknown("the module of a path")
def getdoc(object): return unknown("a docstring")
def getsource(object): return some("str")
def getsourcefile(object): return some("str")
def getfile(object): return some("str")
def getsourcelines(object): return ([some("str")], some("int"))
def currentframe(): return object_of("types.FrameType")
def stack(context=1): return some("list")
def unwrap(func, *, stop=None): return unknown("the wrapped function")
def getattr_static(obj, attr, default=None): return get_attribute(obj, attr, default)
def __getattr__(name): return external("inspect." + name)
