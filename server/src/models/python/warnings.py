"""Warnings: no effect on wiring."""
from _external import external

filters = []


def warn(message, category=None, stacklevel=1, source=None, **options): return None
def warn_explicit(message, category, filename, lineno, **options): return None
def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False): return None
def simplefilter(action, category=Warning, lineno=0, append=False): return None
def resetwarnings(): return None
def showwarning(message, category, filename, lineno, file=None, line=None): return None
def formatwarning(message, category, filename, lineno, line=None): return ""


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False): self._record = record
    def __enter__(self): return [] if self._record else None
    def __exit__(self, *exc_info): return None


class deprecated:
    def __init__(self, message, /, *, category=None, stacklevel=1): self.message = message
    def __call__(self, arg, /): return arg


def __getattr__(name): return external("warnings." + name)
