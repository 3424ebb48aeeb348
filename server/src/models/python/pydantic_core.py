"""The errors of pydantic."""
from __wiretrace__ import external, some


class ValidationError(ValueError):
    def errors(self, **options): return some("list")
    def error_count(self): return some("int")
    def json(self, **options): return some("str")


class PydanticCustomError(ValueError): pass
def __getattr__(name): return external("pydantic_core." + name)
