"""The settings of a Django project: the module that DJANGO_SETTINGS_MODULE names."""
from __wiretrace__ import environment_mapping, get_attribute, import_module, unknown


def _settings_module():
    name = environment_mapping().get("DJANGO_SETTINGS_MODULE")
    if name is None:
        return unknown("the settings of the project")
    return import_module(name)


class LazySettings:
    configured = True
    def configure(self, default_settings=None, **options): return None
    def __getattr__(self, name): return get_attribute(_settings_module(), name, unknown("a setting with its default"))


settings = LazySettings()
