"""environs: settings from the environment, read as a type."""
from __wiretrace__ import environment_variable, number_operation, unknown
from starlette.config import _boolean

_ABSENT = object()


class EnvError(ValueError): pass


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None): self._prefix = "" if prefix is None else prefix
    def read_env(self, *args, **kwargs): return True
    def _read(self, name, default):
        return environment_variable(self._prefix + name, unknown("a setting of the environment file") if default is _ABSENT else default)
    def __call__(self, name, default=_ABSENT, **kwargs): return self._read(name, default)
    def str(self, name, default=_ABSENT, **kwargs): return self._read(name, default)
    def bool(self, name, default=_ABSENT, **kwargs):
        value = self._read(name, default)
        return None if value is None else _boolean(value)
    def int(self, name, default=_ABSENT, **kwargs):
        value = self._read(name, default)
        return None if value is None else number_operation("int", value)
    def __getattr__(self, name): return _setting


def _setting(name, default=None, **kwargs): return unknown("a setting")


env = Env()
FileAwareEnv = Env
