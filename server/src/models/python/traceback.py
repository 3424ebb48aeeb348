"""Tracebacks as text."""
from __wiretrace__ import some, unknown
from _external import external
from _open_containers import list_of


def format_exc(limit=None, chain=True): return some("str")
def format_exception(exc, /, *args, **kwargs): return [some("str")]
def format_exception_only(exc, /, *args, **kwargs): return [some("str")]
def format_tb(tb, limit=None): return [some("str")]
def format_stack(f=None, limit=None): return [some("str")]
def format_list(extracted_list): return [some("str")]
def extract_tb(tb, limit=None): return list_of(unknown("an element of a list"))
def extract_stack(f=None, limit=None): return list_of(unknown("an element of a list"))
def print_exc(limit=None, file=None, chain=True): return None
def print_exception(exc, /, *args, **kwargs): return None
def print_tb(tb, limit=None, file=None): return None
def print_stack(f=None, limit=None, file=None): return None
def print_last(limit=None, file=None, chain=True): return None
def clear_frames(tb): return None
def walk_tb(tb): return list_of(unknown("an element of a list"))
def walk_stack(f): return list_of(unknown("an element of a list"))
def __getattr__(name): return external("traceback." + name)
