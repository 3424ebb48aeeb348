"""Metadata of installed packages."""
from __wiretrace__ import object_of, some, unknown
from _external import external
from _open_containers import list_of, dict_of


class PackageNotFoundError(ModuleNotFoundError): pass


def version(distribution_name): return some("str")
def metadata(distribution_name): return object_of("email.message.Message")
def distribution(distribution_name): return object_of("importlib.metadata.Distribution")
def distributions(**kwargs): return list_of(unknown("an element of a list"))
def entry_points(**params): return unknown("the entry points of installed packages")
def files(distribution_name): return unknown("the files of a package")
def requires(distribution_name): return unknown("the requirements of a package")
def packages_distributions(): return dict_of(some("str"), unknown("a value of a mapping"))
def __getattr__(name): return external("importlib.metadata." + name)
