"""The machine, of which nothing is known."""
from __wiretrace__ import object_of, some
from _external import external


def system(): return some("str")
def machine(): return some("str")
def node(): return some("str")
def release(): return some("str")
def version(): return some("str")
def processor(): return some("str")
def platform(aliased=False, terse=False): return some("str")
def python_version(): return some("str")
def python_version_tuple(): return (some("str"), some("str"), some("str"))
def python_implementation(): return some("str")
def architecture(executable="", bits="", linkage=""): return (some("str"), some("str"))
def uname(): return object_of("platform.uname_result")
def __getattr__(name): return external("platform." + name)
