"""Operators as functions."""
from __wiretrace__ import length, string_operation
from _external import external


def attrgetter(attr, /, *attrs):
    def get(obj):
        values = [_resolve(obj, name) for name in (attr, *attrs)]
        return values[0] if length(values) == 1 else tuple(values)
    return get
def _resolve(obj, name):
    for part in string_operation("split", name, "."):
        obj = getattr(obj, part)
    return obj
def itemgetter(item, /, *items):
    def get(obj):
        values = [obj[key] for key in (item, *items)]
        return values[0] if length(values) == 1 else tuple(values)
    return get
def methodcaller(name, /, *args, **kwargs):
    def invoke(obj):
        return getattr(obj, name)(*args, **kwargs)
    return invoke


def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def neg(a, /): return -a
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def gt(a, b, /): return a > b
def ge(a, b, /): return a >= b
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]
def setitem(a, b, c, /): a[b] = c
def delitem(a, b, /): del a[b]
def concat(a, b, /): return a + b
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)
def __getattr__(name): return external("operator." + name)
