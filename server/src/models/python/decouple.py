"""python-decouple: settings from the environment."""
from __wiretrace__ import environment_variable, unknown
from starlette.config import _boolean


class UndefinedValueError(Exception): pass
class Undefined: pass
undefined = Undefined()


class Config:
    def __init__(self, repository=None): self.repository = repository
    def get(self, option, default=undefined, cast=undefined):
        value = environment_variable(option, unknown("a setting of the environment file") if default is undefined else default)
        if cast is undefined or value is None:
            return value
        return _boolean(value) if cast is bool else cast(value)
    def __call__(self, *args, **kwargs): return self.get(*args, **kwargs)


class AutoConfig(Config):
    def __init__(self, search_path=None): self.search_path = search_path


class RepositoryEnv:
    def __init__(self, source, encoding="UTF-8"): self.source = source
class RepositoryIni(RepositoryEnv): pass
class RepositoryEmpty:
    def __init__(self, source="", encoding="UTF-8"): self.source = source
def Csv(cast=str, delimiter=",", strip="", post_process=list): return _list
def Choices(*args, **kwargs): return _same
def _list(value): return unknown("a list of settings")
def _same(value): return value


config = AutoConfig()
