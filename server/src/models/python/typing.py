"""Type hints at run time: aliases give themselves or the class they stand for."""
from __wiretrace__ import attributes_of, has_attribute, identical, make_record, mapping_copy, mapping_values, unknown, value_per_request
from _external import external
from collections import ChainMap, Counter, OrderedDict, _NamedTuple, defaultdict as DefaultDict, deque as Deque
from _collections_abc import *
from contextlib import AbstractAsyncContextManager as AsyncContextManager, AbstractContextManager as ContextManager

TYPE_CHECKING = False
List = list
Dict = dict
Set = set
FrozenSet = frozenset
Tuple = tuple
Type = type
Text = str
from _collections_abc import Set as AbstractSet


class _SpecialForm:
    def __init__(self, name): self._name = name
    def __getitem__(self, parameters): return self
    def __call__(self, *args, **kwds): return unknown("a call of a type alias")
    def __or__(self, other): return self
    def __ror__(self, other): return self


class _Annotated(_SpecialForm):
    def __getitem__(self, parameters): return _AnnotatedAlias(parameters[0], parameters[1:])


class _AnnotatedAlias(_SpecialForm):
    def __init__(self, origin, metadata):
        self.__origin__ = origin
        self.__metadata__ = metadata
    def __call__(self, *args, **kwargs): return self.__origin__(*args, **kwargs)
    def __per_request__(self, annotation):
        for item in self.__metadata__:
            if has_attribute(item, "__per_request__"):
                return item.__per_request__(self.__origin__)
        return value_per_request(self.__origin__)
    def __getattr__(self, name): return getattr(self.__origin__, name)


Any = _SpecialForm("Any")
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
ClassVar = _SpecialForm("ClassVar")
Final = _SpecialForm("Final")
Union = _SpecialForm("Union")
Optional = _SpecialForm("Optional")
Literal = _SpecialForm("Literal")
TypeAlias = _SpecialForm("TypeAlias")
Concatenate = _SpecialForm("Concatenate")
TypeGuard = _SpecialForm("TypeGuard")
TypeIs = _SpecialForm("TypeIs")
Unpack = _SpecialForm("Unpack")
Required = _SpecialForm("Required")
NotRequired = _SpecialForm("NotRequired")
ReadOnly = _SpecialForm("ReadOnly")
Annotated = _Annotated("Annotated")
AnyStr = _SpecialForm("AnyStr")
NoDefault = _SpecialForm("NoDefault")
IO = _SpecialForm("IO")
TextIO = _SpecialForm("TextIO")
BinaryIO = _SpecialForm("BinaryIO")
Pattern = _SpecialForm("Pattern")
Match = _SpecialForm("Match")


class Generic:
    def __class_getitem__(cls, item): return cls
class Protocol:
    def __class_getitem__(cls, item): return cls


class TypeVar(_SpecialForm):
    def __init__(self, name, *constraints, **options): self.__name__ = name
class ParamSpec(TypeVar):
    @property
    def args(self): return self
    @property
    def kwargs(self): return self
class TypeVarTuple(TypeVar): pass
class ForwardRef(_SpecialForm):
    def __init__(self, arg, **options): self.__forward_arg__ = arg
class TypeAliasType(_SpecialForm):
    def __init__(self, name, value, *, type_params=()): self.__value__ = value


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp
    def __call__(self, x): return x


class NamedTuple(_NamedTuple):
    def __init_subclass__(cls, **kwargs): make_record(cls)
    def __iter__(self): return (value for value in mapping_values(attributes_of(self)))
    def __getitem__(self, index): return [value for value in mapping_values(attributes_of(self))][index]
    def __len__(self): return len(attributes_of(self))
    def _asdict(self): return mapping_copy(attributes_of(self))


class TypedDict(dict):
    def __new__(cls, *args, **kwargs):
        if identical(cls, TypedDict):
            return dict
        return dict.__new__(cls)


class SupportsAbs(Protocol): pass
class SupportsBytes(Protocol): pass
class SupportsComplex(Protocol): pass
class SupportsFloat(Protocol): pass
class SupportsIndex(Protocol): pass
class SupportsInt(Protocol): pass
class SupportsRound(Protocol): pass


def cast(typ, val): return val
def assert_type(val, typ, /): return val
def assert_never(arg, /): raise AssertionError(arg)
def reveal_type(obj, /): return obj
def overload(func): return func
def final(f): return f
def override(method, /): return method
def no_type_check(arg): return arg
def no_type_check_decorator(decorator): return decorator
def runtime_checkable(cls): return cls
def type_check_only(func): return func
def dataclass_transform(**kwargs): return final
def get_type_hints(obj, globalns=None, localns=None, include_extras=False): return unknown("type hints")
def get_origin(tp): return unknown("a type hint")
def get_args(tp): return unknown("a type hint")
def get_overloads(func): return []
def clear_overloads(): return None
def is_typeddict(tp): return unknown("a type hint")
def is_protocol(tp, /): return unknown("a type hint")
def get_protocol_members(tp, /): return unknown("a type hint")
def evaluate_forward_ref(forward_ref, **options): return unknown("a type hint")
def __getattr__(name): return external("typing." + name)
