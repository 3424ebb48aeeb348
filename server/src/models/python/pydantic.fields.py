"""Fields of models."""
from __wiretrace__ import external
from pydantic import Field, PrivateAttr


def __getattr__(name): return external("pydantic.fields." + name)
