"""Settings from the environment."""
from __wiretrace__ import environment_mapping, environment_variable, unknown, unknown_boolean

class undefined: pass
class EnvironError(Exception): pass
environ = environment_mapping()


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix="", encoding="utf-8"):
        self.environ = environ
        self.env_prefix = env_prefix
    def __call__(self, key, cast=None, default=undefined): return self.get(key, cast, default)
    def get(self, key, cast=None, default=undefined):
        name = self.env_prefix + key
        value = environment_variable(name, unknown("a setting of the environment file") if default is undefined else default)
        if cast is None or value is None:
            return value
        if cast is bool:
            return _boolean(value)
        return cast(value)


def _boolean(value):
    if value is True or value is False:
        return value
    text = str(value).lower()
    if text == "true" or text == "1":
        return True
    if text == "false" or text == "0":
        return False
    return unknown_boolean("a setting that is true or false")
