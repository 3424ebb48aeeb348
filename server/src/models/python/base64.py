"""Encodings of bytes."""
from __wiretrace__ import some


def b64encode(s, altchars=None, **options): return some("bytes")
def b64decode(s, altchars=None, validate=False, **options): return some("bytes")
def urlsafe_b64encode(s, **options): return some("bytes")
def urlsafe_b64decode(s, **options): return some("bytes")
def standard_b64encode(s): return some("bytes")
def standard_b64decode(s): return some("bytes")
def b32encode(s, **options): return some("bytes")
def b32decode(s, casefold=False, map01=None, **options): return some("bytes")
def b16encode(s, **options): return some("bytes")
def b16decode(s, casefold=False, **options): return some("bytes")
def b85encode(b, pad=False): return some("bytes")
def b85decode(b): return some("bytes")
def encodebytes(s): return some("bytes")
def decodebytes(s): return some("bytes")
