"""Numbers."""
from __wiretrace__ import some

pi = some("float")
e = some("float")
tau = some("float")
inf = some("float")
nan = some("float")


def floor(x, /): return some("int")
def ceil(x, /): return some("int")
def trunc(x, /): return some("int")
def __getattr__(name): return _number
def _number(*args, **kwargs): return some("float")
