"""The configuration of Flask and Quart applications: a dict that is filled from objects."""
from __wiretrace__ import attributes_of, import_module, mapping_update, string_operation, unknown, unknown_boolean


class Config(dict):
    def __init__(self, root_path=None, defaults=None): mapping_update(self, {} if defaults is None else defaults, {})
    def from_object(self, obj):
        if isinstance(obj, str):
            obj = _import(obj)
        for base in reversed([obj, *getattr(obj, "__mro__", ())]):
            for key, value in attributes_of(base).items():
                if string_operation("isupper", key):
                    self[key] = value
    def from_mapping(self, mapping=None, **kwargs):
        mapping_update(self, {} if mapping is None else mapping, kwargs)
        return True
    def from_envvar(self, variable_name, silent=False): return unknown_boolean("whether there is a configuration file")
    def from_pyfile(self, filename, silent=False): return unknown_boolean("whether there is a configuration file")
    def from_prefixed_env(self, prefix="FLASK", **options): return True
    def from_file(self, filename, load, silent=False, text=True): return unknown_boolean("whether there is a configuration file")
    def get_namespace(self, namespace, lowercase=True, trim_namespace=True): return unknown("a part of the configuration")


def _import(name):
    """"package.module.Class" or "package.module:Class"."""
    name = string_operation("replace", name, ":", ".")
    try:
        return import_module(name)
    except ImportError:
        parts = string_operation("rpartition", name, ".")
        return getattr(import_module(parts[0]), parts[2])
