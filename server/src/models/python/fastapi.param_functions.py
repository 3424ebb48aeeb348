"""What parameters of path operations are declared with. A dependency runs per request, before the operation."""
from __wiretrace__ import call_per_request, kind_of, next_of, per_request, run, shared_per_request, unknown


def _resolve(dependency):
    value = call_per_request(dependency)
    if kind_of(value) in ("generator", "asynchronous generator"):
        return next_of(value, None)
    return run(value) if kind_of(value) == "coroutine" else value


class Depends:
    def __init__(self, dependency=None, *, use_cache=True, scope=None):
        self.dependency = dependency
        self.use_cache = use_cache
        if dependency is not None:
            per_request(dependency, "dependency")
    def __per_request__(self, annotation):
        return shared_per_request(_resolve, annotation if self.dependency is None else self.dependency)
    def __getattr__(self, name): return unknown("what a dependency gives per request")


class Security(Depends):
    def __init__(self, dependency=None, *, scopes=None, use_cache=True):
        super().__init__(dependency, use_cache=use_cache)
        self.scopes = scopes


def Path(default=..., **options): return unknown("a value of a request")
def Query(default=None, **options): return unknown("a value of a request")
def Header(default=None, **options): return unknown("a value of a request")
def Cookie(default=None, **options): return unknown("a value of a request")
def Body(default=None, **options): return unknown("a value of a request")
def Form(default=None, **options): return unknown("a value of a request")
def File(default=None, **options): return unknown("a value of a request")
