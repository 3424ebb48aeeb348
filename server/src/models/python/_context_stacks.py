"""ExitStack and AsyncExitStack of contextlib."""
from __wiretrace__ import enter_context, sequence_add


class _BaseExitStack:
    def __init__(self):
        self._exits = []
        self._entered = []
    def push(self, exit):
        sequence_add(self._exits, exit)
        return exit
    def enter_context(self, cm):
        sequence_add(self._entered, cm)
        return enter_context(cm)
    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        sequence_add(self._exits, leave)
        return callback
    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        other._entered = self._entered
        self._exits = []
        self._entered = []
        return other


class ExitStack(_BaseExitStack):
    def __enter__(self): return self
    def __exit__(self, *exc_details):
        for leave in reversed(self._exits):
            leave(None, None, None)
        return None
    def close(self): self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack):
    def __init__(self):
        self._exits = []
        self._entered = []
        self._async_exits = []
    async def enter_async_context(self, cm):
        sequence_add(self._entered, cm)
        return enter_context(cm)
    def push_async_exit(self, exit):
        sequence_add(self._async_exits, exit)
        return exit
    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        sequence_add(self._async_exits, leave)
        return callback
    async def __aenter__(self): return self
    async def __aexit__(self, *exc_details):
        for leave in reversed(self._async_exits):
            await leave(None, None, None)
        for leave in reversed(self._exits):
            leave(None, None, None)
        return None
    async def aclose(self): await self.__aexit__(None, None, None)
