"""Types of the language, and small objects made by hand."""
from __wiretrace__ import make_class, make_partial, object_of, set_attribute
from _external import external

FunctionType = object_of("types.FunctionType")
LambdaType = object_of("types.FunctionType")
MethodWrapperType = object_of("types.MethodWrapperType")
BuiltinFunctionType = object_of("types.BuiltinFunctionType")
BuiltinMethodType = object_of("types.BuiltinFunctionType")
CoroutineType = object_of("types.CoroutineType")
GeneratorType = object_of("types.GeneratorType")
AsyncGeneratorType = object_of("types.AsyncGeneratorType")
CodeType = object_of("types.CodeType")
FrameType = object_of("types.FrameType")
TracebackType = object_of("types.TracebackType")
CellType = object_of("types.CellType")
GenericAlias = object_of("types.GenericAlias")
UnionType = object_of("types.UnionType")
EllipsisType = object_of("types.EllipsisType")
NotImplementedType = object_of("types.NotImplementedType")
NoneType = type(None)


class SimpleNamespace:
    __holds_anything__ = True
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        for name, value in dict(mapping_or_iterable, **kwargs).items():
            set_attribute(self, name, value)


class ModuleType:
    def __init__(self, name, doc=None):
        self.__name__ = name
        self.__doc__ = doc


def MethodType(function, instance, /): return make_partial(function, (instance,), {})
def MappingProxyType(mapping): return mapping
def DynamicClassAttribute(fget=None, fset=None, fdel=None, doc=None): return property(fget, fset, fdel)
def coroutine(func): return func
def new_class(name, bases=(), kwds=None, exec_body=None): return make_class(type, name, bases, {})
def prepare_class(name, bases=(), kwds=None): return (type, {}, {})
def resolve_bases(bases): return bases
def get_original_bases(cls, /): return cls.__bases__
def __getattr__(name): return external("types." + name)
