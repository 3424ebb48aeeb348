"""Names of libraries that no model defines: they are what they would be if their module had no model."""
from __wiretrace__ import import_module


def external(dotted_name): return import_module(dotted_name)
