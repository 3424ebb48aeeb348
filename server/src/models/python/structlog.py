"""structlog: loggers bind values and give nothing."""
from _external import external


class BoundLogger:
    def bind(self, **new_values): return self
    def unbind(self, *keys): return self
    def try_unbind(self, *keys): return self
    def new(self, **new_values): return self
    def __getattr__(self, name): return _log


def _log(event=None, *args, **kw): return None


_logger = BoundLogger()


def get_logger(*args, **initial_values): return _logger
def getLogger(*args, **initial_values): return _logger
def wrap_logger(logger, processors=None, wrapper_class=None, context_class=None, cache_logger_on_first_use=None, logger_factory_args=None, **initial_values): return _logger
def configure(processors=None, wrapper_class=None, context_class=None, logger_factory=None, cache_logger_on_first_use=None): return None
def is_configured(): return True
def __getattr__(name): return external("structlog." + name)
