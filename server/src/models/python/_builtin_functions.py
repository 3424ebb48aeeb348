"""The builtin functions. builtins takes its names from here."""
from __wiretrace__ import (attributes_of, contains, delete_attribute, get_attribute, global_names, has_attribute, import_module, is_callable,
    is_instance, is_subclass, iterate, length, local_names, mapping_keys, next_of, number_operation, sequence_copy, sequence_reverse,
    set_attribute, some, string_operation, unknown, unknown_boolean)

_ABSENT = ("absent",)


def __build_class__(func, name, /, *bases, **kwds): return unknown("a class made at run time")
def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    module = import_module(name)
    if fromlist:
        return module
    return import_module(string_operation("partition", name, ".")[0])


def abs(x, /): return number_operation("abs", x)
def aiter(async_iterable, /): return async_iterable.__aiter__()
async def anext(async_iterator, default=_ABSENT, /): return await async_iterator.__anext__()
def all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True
def any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False
def ascii(obj, /): return some("str")
def bin(number, /): return some("str")
def breakpoint(*args, **kws): return None
def callable(obj, /): return is_callable(obj)
def chr(i, /): return string_operation("chr", i)
def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1): return some("code")
def delattr(obj, name, /): delete_attribute(obj, name)
def dir(object=_ABSENT, /):
    if object is _ABSENT:
        return mapping_keys(local_names())
    return mapping_keys(attributes_of(object))
def divmod(x, y, /): return (x // y, x % y)
def enumerate(iterable, start=0):
    result = []
    position = start
    for item in iterate(iterable):
        result.append((position, item))
        position = position + 1
    return result
def eval(source, globals=None, locals=None, /): return unknown("code made at run time")
def exec(source, globals=None, locals=None, /, *, closure=None): return None
def exit(code=None): raise SystemExit(code)
def filter(function, iterable, /):
    if function is None:
        return [item for item in iterable if item]
    return [item for item in iterable if function(item)]
def format(value, format_spec="", /): return some("str")
def getattr(object, name, default=_ABSENT, /):
    if default is _ABSENT:
        return get_attribute(object, name)
    return get_attribute(object, name, default)
def globals(): return global_names()
def hasattr(obj, name, /): return has_attribute(obj, name)
def hash(obj, /): return some("int")
def help(*args, **kwds): return None
def hex(number, /): return string_operation("hex", number)
def id(obj, /): return some("int")
def input(prompt="", /): return some("str")
def isinstance(obj, class_or_tuple, /): return is_instance(obj, class_or_tuple)
def issubclass(cls, class_or_tuple, /): return is_subclass(cls, class_or_tuple)
def iter(object, sentinel=_ABSENT, /):
    if sentinel is not _ABSENT:
        return (object() for _ in [0])
    method = get_attribute(object, "__iter__", None)
    if method is None:
        return (item for item in object)
    return method()
def len(obj, /): return length(obj)
def locals(): return local_names()
def map(function, iterable, /, *iterables, strict=False):
    if iterables:
        return [function(*items) for items in zip(iterable, *iterables)]
    return [function(item) for item in iterable]
def max(*args, key=None, default=_ABSENT): return _best("max", args, key, default)
def min(*args, key=None, default=_ABSENT): return _best("min", args, key, default)
def next(iterator, default=_ABSENT, /):
    if default is _ABSENT:
        return next_of(iterator)
    return next_of(iterator, default)
def oct(number, /): return some("str")
def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    from io import TextIOWrapper
    return TextIOWrapper(file)
def ord(character, /): return string_operation("ord", character)
def pow(base, exp, mod=None): return base ** exp
def print(*args, sep=" ", end="\n", file=None, flush=False): return None
def quit(code=None): raise SystemExit(code)
def range(start, stop=_ABSENT, step=1, /):
    if stop is _ABSENT:
        return number_operation("range", 0, start, 1)
    return number_operation("range", start, stop, step)
def repr(obj, /): return string_operation("repr", obj)
def reversed(sequence, /):
    result = sequence_copy(iterate(sequence))
    sequence_reverse(result)
    return result
def round(number, ndigits=None): return number_operation("round", number, ndigits)
def setattr(obj, name, value, /): set_attribute(obj, name, value)
def sorted(iterable, /, *, key=None, reverse=False):
    items = sequence_copy(iterate(iterable))
    if key is not None:
        for item in items:
            key(item)
    return items
def sum(iterable, /, start=0): return number_operation("sum", iterate(iterable), start)
def vars(object=_ABSENT, /):
    if object is _ABSENT:
        return local_names()
    return attributes_of(object)
def zip(*iterables, strict=False):
    sequences = [iterate(iterable) for iterable in iterables]
    rows = []
    if not sequences:
        return rows
    for position, _ in enumerate(sequences[0]):
        row = []
        for sequence in sequences:
            if position >= length(sequence):
                return rows
            row.append(sequence[position])
        rows.append((*row,))
    return rows


copyright = some("str")
credits = some("str")
license = some("str")


def _best(operation, args, key, default):
    items = iterate(args[0]) if length(args) == 1 else iterate(args)
    if key is None:
        return number_operation(operation, items) if default is _ABSENT else _or_default(operation, items, default)
    found = default
    for item in items:
        key(item)
        if found is _ABSENT or unknown_boolean("which one is the best"):
            found = item
    if found is _ABSENT:
        raise ValueError("empty")
    return found
def _or_default(operation, items, default):
    if length(items) == 0:
        return default
    return number_operation(operation, items)


__all__ = ["__build_class__", "__import__", "abs", "aiter", "anext", "all", "any", "ascii", "bin", "breakpoint", "callable", "chr", "compile",
    "delattr", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "format", "getattr", "globals", "hasattr", "hash", "help", "hex",
    "id", "input", "isinstance", "issubclass", "iter", "len", "locals", "map", "max", "min", "next", "oct", "open", "ord", "pow", "print",
    "quit", "range", "repr", "reversed", "round", "setattr", "sorted", "sum", "vars", "zip", "copyright", "credits", "license"]
