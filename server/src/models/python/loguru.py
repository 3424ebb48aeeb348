"""loguru: one logger; a function that is added as a sink runs per record."""
from __wiretrace__ import is_callable, per_request, some


class Logger:
    def add(self, sink, **kwargs):
        if is_callable(sink):
            per_request(sink, "event")
        return some("int")
    def remove(self, handler_id=None): return None
    def complete(self): return _Completed()
    def catch(self, exception=Exception, **kwargs): return exception if callable(exception) and not isinstance(exception, type) else _Catcher()
    def opt(self, **kwargs): return self
    def bind(self, **kwargs): return self
    def patch(self, patcher): return self
    def contextualize(self, **kwargs): return _Catcher()
    def configure(self, **kwargs): return [some("int")]
    def level(self, name, no=None, color=None, icon=None): return some("Level")
    def enable(self, name): return None
    def disable(self, name): return None
    def trace(self, message, *args, **kwargs): return None
    def debug(self, message, *args, **kwargs): return None
    def info(self, message, *args, **kwargs): return None
    def success(self, message, *args, **kwargs): return None
    def warning(self, message, *args, **kwargs): return None
    def error(self, message, *args, **kwargs): return None
    def critical(self, message, *args, **kwargs): return None
    def exception(self, message, *args, **kwargs): return None
    def log(self, level, message, *args, **kwargs): return None


class _Completed:
    def __await__(self):
        yield None


class _Catcher:
    """logger.catch() as a decorator or a block; an error in the block is logged and swallowed."""
    def __call__(self, function): return function
    def __enter__(self): return None
    def __exit__(self, type_, value, traceback_): return type_ is not None
    async def __aenter__(self): return None
    async def __aexit__(self, type_, value, traceback_): return type_ is not None


logger = Logger()
