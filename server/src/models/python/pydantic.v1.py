"""pydantic.v1 is the interface of version 1."""
from __wiretrace__ import external
from pydantic import *


def __getattr__(name): return external("pydantic.v1." + name)
