"""Secrets."""
from __wiretrace__ import some, unknown_boolean
from random import SystemRandom, choice


def token_hex(nbytes=None): return some("str")
def token_urlsafe(nbytes=None): return some("str")
def token_bytes(nbytes=None): return some("bytes")
def randbelow(exclusive_upper_bound): return some("int")
def randbits(k): return some("int")
def compare_digest(a, b, /): return unknown_boolean("whether two secrets are equal")
