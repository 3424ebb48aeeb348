"""Calls between synchronous and asynchronous code: they run to their end."""
from __wiretrace__ import run, unknown


def async_to_sync(awaitable=None, *, force_new_loop=False):
    if awaitable is None:
        return async_to_sync
    def call_sync(*args, **kwargs):
        return run(awaitable(*args, **kwargs))
    return call_sync


def sync_to_async(func=None, *, thread_sensitive=True, executor=None, context=None):
    if func is None:
        return sync_to_async
    async def call_async(*args, **kwargs):
        return func(*args, **kwargs)
    return call_async


def iscoroutinefunction(func):
    from inspect import iscoroutinefunction as check
    return check(func)
def markcoroutinefunction(func): return func
AsyncToSync = async_to_sync
SyncToAsync = sync_to_async
Local = unknown("a class")
