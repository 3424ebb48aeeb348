"""pytest: what it decorates stays what it is."""
from __wiretrace__ import unknown
from _external import external


class _Mark:
    def __call__(self, *args, **kwargs): return args[0] if args and callable(args[0]) else _same
    def __getattr__(self, name): return _Mark()


class _Raises:
    value = unknown("the error that was raised")
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_val, exc_tb): return exc_type is not None


def _same(function): return function
mark = _Mark()
def fixture(fixture_function=None, **options): return _same if fixture_function is None else fixture_function
def raises(expected_exception, *args, **kwargs): return _Raises()
def warns(expected_warning, *args, **kwargs): return _Raises()
def approx(expected, **options): return expected
def param(*values, **options): return values
def skip(reason="", **options): raise _Skipped(reason)
def fail(reason="", **options): raise _Failed(reason)
def importorskip(modname, **options): return external(modname)
def main(args=None, plugins=None): return unknown("the exit code")
class _Skipped(BaseException): pass
class _Failed(BaseException): pass
def __getattr__(name): return external("pytest." + name)
