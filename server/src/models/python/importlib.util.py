"""Finding and loading modules by hand: what is loaded from a path is unknown."""
from __wiretrace__ import object_of, unknown, unknown_boolean
from _external import external


def find_spec(name, package=None): return object_of("importlib.machinery.ModuleSpec") if unknown_boolean("whether the module is installed") else None
def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None): return object_of("importlib.machinery.ModuleSpec")
def spec_from_loader(name, loader, *, origin=None, is_package=None): return object_of("importlib.machinery.ModuleSpec")
def module_from_spec(spec): return unknown("a module that is loaded from a path")
def resolve_name(name, package):
    from importlib import _absolute
    return _absolute(name, package)
def __getattr__(name): return external("importlib.util." + name)
