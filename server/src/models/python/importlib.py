"""Importing by name."""
from __wiretrace__ import import_module as _import_module, string_operation
from _external import external
import importlib.util
import importlib.metadata


def import_module(name, package=None): return _import_module(_absolute(name, package))


def _absolute(name, package):
    """The absolute name of a relative one (importlib.util.resolve_name)."""
    if package is None or not string_operation("startswith", name, "."):
        return name
    base = package
    rest = string_operation("removeprefix", name, ".")
    for _ in range(8):
        if not string_operation("startswith", rest, "."):
            break
        base = string_operation("rpartition", base, ".")[0]
        rest = string_operation("removeprefix", rest, ".")
    if rest == "":
        return base
    return base + "." + rest


def reload(module): return module
def invalidate_caches(): return None
def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    module = _import_module(name)
    if fromlist:
        return module
    return _import_module(string_operation("partition", name, ".")[0])
def __getattr__(name): return external("importlib." + name)
