"""Decimal numbers: objects that are there, of which nothing more is known."""
from __wiretrace__ import object_of, some

ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_DOWN = "ROUND_DOWN"
ROUND_UP = "ROUND_UP"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"


class DecimalException(ArithmeticError): pass
class InvalidOperation(DecimalException): pass
class DivisionByZero(DecimalException, ZeroDivisionError): pass
class Inexact(DecimalException): pass
class Overflow(DecimalException): pass


def Decimal(value="0", context=None): return some("Decimal")
def Context(*args, **kwargs): return object_of("decimal.Context")
def getcontext(): return object_of("decimal.Context")
def setcontext(context, /): return None
def localcontext(ctx=None, **kwargs): return object_of("decimal.Context")
