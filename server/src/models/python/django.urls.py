"""URL patterns: the views are roots of the request phase."""
from __wiretrace__ import import_module, is_callable, per_request, some
from _external import external


def _pattern(view):
    if is_callable(view):
        per_request(view, "http")
    return view
def path(route, view, kwargs=None, name=None): return _pattern(view)
def re_path(route, view, kwargs=None, name=None): return _pattern(view)
def include(arg, namespace=None):
    if isinstance(arg, str):
        return import_module(arg)
    return arg
def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None, **options): return some("str")
def reverse_lazy(viewname, urlconf=None, args=None, kwargs=None, current_app=None, **options): return some("str")
def __getattr__(name): return external("django.urls." + name)
