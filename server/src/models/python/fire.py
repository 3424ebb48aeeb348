"""Python Fire: runs the function, or makes the object, that it is given."""
from __wiretrace__ import is_callable, unknown
from click import _invoke


def Fire(component=None, command=None, name=None, serialize=None):
    if is_callable(component):
        return _invoke(component)
    return unknown("what a command gives")
