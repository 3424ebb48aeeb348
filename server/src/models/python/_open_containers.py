"""Containers whose elements are not known one by one: none, one or many of a kind."""
from __wiretrace__ import some


def list_of(element): return [element for _ in some("list")]
def dict_of(key, value): return {key: value for _ in some("list")}
