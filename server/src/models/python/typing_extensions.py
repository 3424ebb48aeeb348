"""typing_extensions: the names of typing, for older Pythons."""
from _external import external
from typing import *
from typing import TYPE_CHECKING, _SpecialForm

Doc = _SpecialForm("Doc")
TypeForm = _SpecialForm("TypeForm")
Sentinel = object
Buffer = object


def deprecated(message, /, *, category=None, stacklevel=1): return _same
def disjoint_base(cls): return cls
def _same(arg, /): return arg
def get_annotations(obj, **options): return {}
def __getattr__(name): return external("typing_extensions." + name)
