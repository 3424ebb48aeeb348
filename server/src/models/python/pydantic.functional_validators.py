"""Decorators of models: what they decorate stays what it is."""
from __wiretrace__ import is_callable, kind_of, make_property


def _same(function): return function
def validator(*fields, **options): return _same
def field_validator(field, /, *fields, **options): return _same
def field_serializer(*fields, **options): return _same
def root_validator(*args, **options): return args[0] if args else _same
def model_validator(*, mode): return _same
def model_serializer(f=None, /, **options): return _same if f is None else f
def serializer(f=None, /, **options): return _same if f is None else f
def validate_call(func=None, /, **options): return _same if func is None else func
def validate_arguments(func=None, *, config=None): return _same if func is None else func
def with_config(*config, **options): return _same
def computed_field(func=None, /, **options):
    if func is None:
        return computed_field
    if is_callable(func) and kind_of(func) == "function":
        return make_property(func, None)
    return func
