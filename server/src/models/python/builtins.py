"""The names that need no import. `super` is the engine's own, its name stands here for completeness. What the builtin containers and texts
can do stands in _builtin_types."""
from __wiretrace__ import (allocate, attributes_of, construct, delete_attribute, drop_attribute, get_attribute, global_names, has_attribute,
    identical, import_module, is_callable, is_instance, is_subclass, iterate, length, load_attribute, local_names, make_class,
    make_class_method, make_dict, make_list, make_property, make_set, make_static, make_tuple, mapping_keys, mapping_update, next_of,
    number_operation, object_of, sequence_copy, sequence_extend, sequence_reverse, set_attribute, some, store_attribute, string_operation,
    truth, type_of, unknown, unknown_boolean)

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

from _builtin_types import _Bytes, _Coroutine, _Dict, _Float, _FrozenSet, _Generator, _Integer, _List, _MutableSet, _Text, _Tuple
from _collections_abc import Sequence

Ellipsis = ...
NotImplemented = object_of("builtins.NotImplementedType")
__debug__ = True
_ABSENT = object()

class BaseException:
    __cause__ = __context__ = __traceback__ = None
    __notes__ = []
    def __init__(self, *args): self.args = args
    def with_traceback(self, object, /): return self
    def add_note(self, object, /): return None

class BaseExceptionGroup(BaseException):
    def __init__(self, message, exceptions, /):
        self.args = (message, exceptions)
        self.message = message
        self.exceptions = exceptions
    def derive(self, excs, /): return type(self)(self.message, excs)
    def split(self, matcher_value, /): return (unknown("a part of the group"), unknown("a part of the group"))
    def subgroup(self, matcher_value, /): return unknown("a part of the group")
class Exception(BaseException): pass
class ExceptionGroup(BaseExceptionGroup, Exception): pass
class GeneratorExit(BaseException): pass
class KeyboardInterrupt(BaseException): pass
class SystemExit(BaseException):
    def __init__(self, *args):
        self.args = args
        self.code = args[0] if length(args) > 0 else None
class AttributeError(Exception):
    def __init__(self, *args, name=None, obj=None):
        self.args = args
        self.name = name
        self.obj = obj
class NameError(Exception):
    def __init__(self, *args, name=None):
        self.args = args
        self.name = name
class ImportError(Exception):
    def __init__(self, *args, name=None, path=None, name_from=None):
        self.args = args
        self.msg = args[0] if length(args) > 0 else None
        self.name = name
        self.path = path
class StopIteration(Exception):
    def __init__(self, *args):
        self.args = args
        self.value = args[0] if length(args) > 0 else None
class OSError(Exception):
    errno = strerror = filename = filename2 = winerror = unknown("a detail of the error")
class SyntaxError(Exception):
    msg = filename = lineno = offset = text = unknown("a detail of the error")
class ArithmeticError(Exception): pass
class AssertionError(Exception): pass
class BufferError(Exception): pass
class EOFError(Exception): pass
class LookupError(Exception): pass
class MemoryError(Exception): pass
class ReferenceError(Exception): pass
class RuntimeError(Exception): pass
class StopAsyncIteration(Exception): pass
class SystemError(Exception): pass
class TypeError(Exception): pass
class ValueError(Exception): pass
class Warning(Exception): pass
class FloatingPointError(ArithmeticError): pass
class OverflowError(ArithmeticError): pass
class ZeroDivisionError(ArithmeticError): pass
class BytesWarning(Warning): pass
class DeprecationWarning(Warning): pass
class EncodingWarning(Warning): pass
class FutureWarning(Warning): pass
class ImportWarning(Warning): pass
class PendingDeprecationWarning(Warning): pass
class ResourceWarning(Warning): pass
class RuntimeWarning(Warning): pass
class SyntaxWarning(Warning): pass
class UnicodeWarning(Warning): pass
class UserWarning(Warning): pass
class BlockingIOError(OSError): pass
class ChildProcessError(OSError): pass
class ConnectionError(OSError): pass
class FileExistsError(OSError): pass
class FileNotFoundError(OSError): pass
class InterruptedError(OSError): pass
class IsADirectoryError(OSError): pass
class NotADirectoryError(OSError): pass
class PermissionError(OSError): pass
class ProcessLookupError(OSError): pass
class TimeoutError(OSError): pass
class IndentationError(SyntaxError): pass
class IndexError(LookupError): pass
class KeyError(LookupError): pass
class ModuleNotFoundError(ImportError): pass
class NotImplementedError(RuntimeError): pass
class RecursionError(RuntimeError): pass
class UnboundLocalError(NameError): pass
class UnicodeError(ValueError):
    encoding = object = start = end = reason = unknown("a detail of the error")
class BrokenPipeError(ConnectionError): pass
class ConnectionAbortedError(ConnectionError): pass
class ConnectionRefusedError(ConnectionError): pass
class ConnectionResetError(ConnectionError): pass
class TabError(IndentationError): pass
class UnicodeDecodeError(UnicodeError): pass
class UnicodeEncodeError(UnicodeError): pass
class UnicodeTranslateError(UnicodeError): pass
class PythonFinalizationError(RuntimeError): pass
class ImportCycleError(ImportError): pass

EnvironmentError = OSError
IOError = OSError
WindowsError = OSError

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
class generator(_Generator):
    pass
class coroutine(_Coroutine):
    pass

class int(_Integer):
    def __new__(cls, x=0, /, base=10): return number_operation("int", x, base) if identical(cls, int) else allocate(cls)
class bool(int):
    def __new__(cls, x=False, /): return truth(x)
class float(_Float):
    def __new__(cls, x=0.0, /): return number_operation("float", x) if identical(cls, float) else allocate(cls)
class complex(_Float):
    def __new__(cls, real=0, imag=0): return some("complex")
class str(_Text):
    def __new__(cls, object="", encoding="utf-8", errors="strict"): return string_operation("str", object) if identical(cls, str) else allocate(cls)
class bytes(_Bytes):
    def __new__(cls, source=b"", encoding="utf-8", errors="strict"): return some("bytes")
class bytearray(bytes):
    def __new__(cls, source=b"", encoding="utf-8", errors="strict"): return some("bytearray")
class memoryview(Sequence):
    def __new__(cls, object): return some("memoryview")
    def __getattr__(self, name): return unknown("a method of memoryview")
class list(_List):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_list(cls, iterable) if identical(cls, list) else make_list(cls, ())
    def __init__(self, iterable=(), /):
        if not identical(type_of(self), list):
            sequence_extend(self, iterable)
class tuple(_Tuple):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /): return make_tuple(cls, iterable)
class frozenset(_FrozenSet):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_set(cls, iterable)
class set(frozenset, _MutableSet):
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_set(cls, iterable) if identical(cls, set) else make_set(cls, ())
    def __init__(self, iterable=(), /):
        if not identical(type_of(self), set):
            sequence_extend(self, iterable)
class dict(_Dict):
    def __class_getitem__(cls, object, /): return cls
    def __new__(cls, iterable=(), /, *args, **kwargs): return make_dict(cls, iterable, kwargs) if identical(cls, dict) else make_dict(cls, (), {})
    def __init__(self, iterable=(), /, **kwargs):
        if not identical(type_of(self), dict):
            mapping_update(self, iterable, kwargs)
    @make_class_method
    def fromkeys(cls, iterable, value=None, /): return make_dict(cls, [(key, value) for key in iterable], {})

class slice:
    def __init__(self, start, stop=None, step=None, /):
        self.start = start
        self.stop = stop
        self.step = step
    def indices(self, length, /): return (some("int"), some("int"), some("int"))

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
    return _lazily(_numbered, iterable, start)
def eval(source, globals=None, locals=None, /): return unknown("code made at run time")
def exec(source, globals=None, locals=None, /, *, closure=None):
    for names in (globals, locals):
        if names is not None:
            names.update(unknown("what executed text defines"))
def exit(code=None): raise SystemExit(code)
def filter(function, iterable, /):
    if function is None:
        return (item for item in iterable if item)
    return (item for item in iterable if function(item))
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
        return (function(*items) for items in zip(iterable, *iterables))
    return (function(item) for item in iterable)
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
def round(number, ndigits=None): return number_operation("round", number) if ndigits is None else number_operation("round", number, ndigits)
def setattr(obj, name, value, /): set_attribute(obj, name, value)
def sorted(iterable, /, *, key=None, reverse=False):
    items = sequence_copy(iterate(iterable))
    if key is not None:
        for item in items:
            key(item)
    return items
def sum(iterable, /, start=0): return number_operation("sum", start, *iterate(iterable))
def vars(object=_ABSENT, /):
    if object is _ABSENT:
        return local_names()
    return attributes_of(object)
def zip(*iterables, strict=False):
    return _lazily(_rows, iterables)

copyright = some("str")
credits = some("str")
license = some("str")

def _lazily(make, *args): return (item for _ in (None,) for item in make(*args))
def _numbered(iterable, start):
    result = []
    position = start
    for item in iterate(iterable):
        result.append((position, item))
        position = position + 1
    return result
def _rows(iterables):
    sequences = [iterate(iterable) for iterable in iterables]
    rows = []
    if not sequences:
        return rows
    for position, _ in _numbered(sequences[0], 0):
        row = []
        for sequence in sequences:
            if position >= length(sequence):
                return rows
            row.append(sequence[position])
        rows.append((*row,))
    return rows
def _best(operation, args, key, default):
    items = iterate(args[0]) if length(args) == 1 else iterate(args)
    if key is None:
        return number_operation(operation, *items) if default is _ABSENT else _or_default(operation, items, default)
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
    return number_operation(operation, *items)
