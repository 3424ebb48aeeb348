"""Copies. A deep copy is made as a shallow one: the parts are the same objects."""
from __wiretrace__ import (allocate, attributes_of, has_attribute, kind_of, mapping_copy, mapping_items, sequence_copy, store_attribute,
    type_of)


class Error(Exception): pass
error = Error


def copy(x):
    if isinstance(x, dict):
        return mapping_copy(x)
    if isinstance(x, (list, set)):
        return sequence_copy(x)
    if x is None or isinstance(x, (str, int, float, bytes, tuple, frozenset)) or kind_of(x) != "other":
        return x
    if has_attribute(x, "__copy__"):
        return x.__copy__()
    return _same_attributes(x)


def deepcopy(x, memo=None, _nil=[]):
    if has_attribute(x, "__deepcopy__"):
        return x.__deepcopy__({})
    return copy(x)


def replace(obj, /, **changes):
    result = _same_attributes(obj)
    for name, value in mapping_items(changes):
        store_attribute(result, name, value)
    return result


def _same_attributes(x):
    result = allocate(type_of(x))
    for name, value in mapping_items(attributes_of(x)):
        store_attribute(result, name, value)
    return result
