"""pydantic.v1 is the interface of version 1."""
from __wiretrace__ import unknown
from pydantic import *


def __getattr__(name): return unknown("a name of pydantic.v1 that is not modelled")
