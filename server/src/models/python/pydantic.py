"""pydantic, versions 1 and 2: models get their fields from what they are given or from defaults. Validators are not run."""
from __wiretrace__ import field_default, some, unknown
from _external import external
from pydantic.main import BaseModel, RootModel, create_model
from pydantic.env_settings import BaseSettings
from pydantic.functional_validators import (computed_field, field_serializer, field_validator, model_serializer, model_validator, root_validator,
    serializer, validate_arguments, validate_call, validator, with_config)
from pydantic.types import SecretBytes, SecretStr, _Constrained
from pydantic_core import PydanticCustomError, ValidationError

VERSION = some("str")


def ConfigDict(**kwargs): return kwargs
class Extra:
    allow = "allow"
    ignore = "ignore"
    forbid = "forbid"
class BaseConfig: pass
class PydanticUserError(TypeError): pass


def Field(default=..., *, default_factory=None, **extra):
    if default_factory is not None:
        return field_default(None, default_factory)
    if default is ...:
        return field_default()
    return field_default(default, None)


def PrivateAttr(default=..., *, default_factory=None, init=False): return Field(default, default_factory=default_factory)


class TypeAdapter:
    def __init__(self, type, **options): pass
    def __getattr__(self, name): return unknown("a method of a type adapter")


def parse_obj_as(type_, obj, **options): return unknown("a parsed object")
def conint(**options): return int
def confloat(**options): return float
def constr(**options): return str
def conlist(item_type, **options): return list
def __getattr__(name): return external("pydantic." + name)
