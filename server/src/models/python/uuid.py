"""Unique identifiers."""
from __wiretrace__ import some, unknown


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None): pass
    hex = some("str")
    int = some("int")
    bytes = some("bytes")
    urn = some("str")
    version = unknown("the version")
    def __str__(self): return some("str")
    def __getattr__(self, name): return unknown("a property of a UUID")


class SafeUUID: pass


def uuid1(node=None, clock_seq=None): return UUID()
def uuid3(namespace, name): return UUID()
def uuid4(): return UUID()
def uuid5(namespace, name): return UUID()
def uuid6(node=None, clock_seq=None): return UUID()
def uuid7(): return UUID()
def uuid8(a=None, b=None, c=None): return UUID()
def getnode(): return some("int")


NAMESPACE_DNS = UUID()
NAMESPACE_URL = UUID()
NAMESPACE_OID = UUID()
NAMESPACE_X500 = UUID()
