"""Context managers."""
from __wiretrace__ import is_subclass, make_context_manager
from _external import external
from _context_stacks import AsyncExitStack, ExitStack


def contextmanager(func): return make_context_manager(func)
def asynccontextmanager(func): return make_context_manager(func)


class AbstractContextManager:
    def __class_getitem__(cls, item): return cls
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_value, traceback): return None


class AbstractAsyncContextManager:
    def __class_getitem__(cls, item): return cls
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_value, traceback): return None


class ContextDecorator:
    def _recreate_cm(self): return self
    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self): return self
    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class suppress(AbstractContextManager):
    def __init__(self, *exceptions): self._exceptions = exceptions
    def __enter__(self): return None
    def __exit__(self, exctype, excinst, exctb): return exctype is not None and is_subclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None): self.enter_result = enter_result
    def __enter__(self): return self.enter_result
    def __exit__(self, *excinfo): return None
    async def __aenter__(self): return self.enter_result
    async def __aexit__(self, *excinfo): return None


class closing(AbstractContextManager):
    def __init__(self, thing): self.thing = thing
    def __enter__(self): return self.thing
    def __exit__(self, *exc_info): self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing): self.thing = thing
    async def __aenter__(self): return self.thing
    async def __aexit__(self, *exc_info): await self.thing.aclose()


class redirect_stdout(AbstractContextManager):
    def __init__(self, new_target): self._new_target = new_target
    def __enter__(self): return self._new_target


class redirect_stderr(redirect_stdout): pass


class chdir(AbstractContextManager):
    def __init__(self, path): self.path = path
    def __enter__(self): return None


def __getattr__(name): return external("contextlib." + name)
