"""Objects made ready for JSON."""
from __wiretrace__ import unknown


def jsonable_encoder(obj, **options): return unknown("an encoded object")
