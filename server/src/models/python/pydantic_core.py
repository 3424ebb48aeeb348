"""The errors of pydantic."""
from __wiretrace__ import some, unknown
from _external import external
from _open_containers import list_of


class ValidationError(ValueError):
    def errors(self, **options): return list_of(unknown("an element of a list"))
    def error_count(self): return some("int")
    def json(self, **options): return some("str")


class PydanticCustomError(ValueError): pass
def __getattr__(name): return external("pydantic_core." + name)
