"""Tracebacks as text."""
from __wiretrace__ import external, some


def format_exc(limit=None, chain=True): return some("str")
def format_exception(exc, /, *args, **kwargs): return [some("str")]
def format_exception_only(exc, /, *args, **kwargs): return [some("str")]
def format_tb(tb, limit=None): return [some("str")]
def format_stack(f=None, limit=None): return [some("str")]
def format_list(extracted_list): return [some("str")]
def extract_tb(tb, limit=None): return some("list")
def extract_stack(f=None, limit=None): return some("list")
def print_exc(limit=None, file=None, chain=True): return None
def print_exception(exc, /, *args, **kwargs): return None
def print_tb(tb, limit=None, file=None): return None
def print_stack(f=None, limit=None, file=None): return None
def print_last(limit=None, file=None, chain=True): return None
def clear_frames(tb): return None
def walk_tb(tb): return some("list")
def walk_stack(f): return some("list")
def __getattr__(name): return external("traceback." + name)
