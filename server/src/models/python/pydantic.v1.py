"""pydantic.v1 is the interface of version 1."""
from _external import external
from pydantic import *


def __getattr__(name): return external("pydantic.v1." + name)
