"""Fields of models."""
from __wiretrace__ import unknown
from pydantic import Field, PrivateAttr


def __getattr__(name): return unknown("a name of pydantic.fields that is not modelled")
