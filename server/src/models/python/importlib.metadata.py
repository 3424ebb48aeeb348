"""Metadata of installed packages."""
from __wiretrace__ import external, object_of, some, unknown


class PackageNotFoundError(ModuleNotFoundError): pass


def version(distribution_name): return some("str")
def metadata(distribution_name): return object_of("email.message.Message")
def distribution(distribution_name): return object_of("importlib.metadata.Distribution")
def distributions(**kwargs): return some("list")
def entry_points(**params): return unknown("the entry points of installed packages")
def files(distribution_name): return unknown("the files of a package")
def requires(distribution_name): return unknown("the requirements of a package")
def packages_distributions(): return some("dict")
def __getattr__(name): return external("importlib.metadata." + name)
