"""The applications of a Django project: their configurations are made and their ready() is called, in the order of INSTALLED_APPS."""
from __wiretrace__ import attributes_of, import_module, is_subclass, kind_of, mapping_values, sequence_add, string_operation, unknown
from django.conf import _settings_module


class AppConfig:
    default_auto_field = unknown("a class")
    def __init__(self, app_name, app_module):
        self.name = app_name
        self.module = app_module
        self.label = string_operation("rpartition", app_name, ".")[2]
        self.models_module = None
    def ready(self): return None
    def get_model(self, model_name, require_ready=True): return unknown("a model")
    def get_models(self, **options): return unknown("models")


class _Apps:
    """The registry of applications."""
    ready = True
    apps_ready = True
    models_ready = True
    def __init__(self): self.app_configs = {}
    def get_app_config(self, app_label): return self.app_configs[app_label]
    def get_app_configs(self): return self.app_configs.values()
    def get_model(self, app_label, model_name=None, require_ready=True): return unknown("a model")
    def get_models(self, **options): return unknown("models")
    def is_installed(self, app_name): return unknown("whether an application is installed")


apps = _Apps()
_started = []


def _start_applications():
    if _started:
        return
    _started.append(True)
    configurations = []
    for name in getattr(_settings_module(), "INSTALLED_APPS", ()):
        configuration = _configuration(name)
        if configuration is not None:
            apps.app_configs[configuration.label] = configuration
            sequence_add(configurations, configuration)
    for configuration in configurations:
        _import_quietly(configuration.name + ".models")
    for configuration in configurations:
        configuration.ready()


def _configuration(name):
    """"package.apps.Configuration", or "package" with its only configuration in package.apps."""
    if string_operation("startswith", name, "django."):
        return None
    parts = string_operation("rpartition", name, ".")
    if parts[0] != "" and string_operation("lower", parts[2]) != parts[2]:
        return _made(getattr(import_module(parts[0]), parts[2]), name)
    module = _import_quietly(name + ".apps")
    if kind_of(module) != "module":
        return None
    for value in mapping_values(attributes_of(module)):
        if kind_of(value) == "class" and value is not AppConfig and is_subclass(value, AppConfig):
            return _made(value, name)
    return None


def _made(configuration, name):
    app_name = getattr(configuration, "name", name)
    return configuration(app_name, _import_quietly(app_name))


def _import_quietly(name):
    try:
        return import_module(name)
    except ImportError:
        return None
