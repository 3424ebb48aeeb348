"""Fields of models."""
from _external import external
from pydantic import Field, PrivateAttr


def __getattr__(name): return external("pydantic.fields." + name)
