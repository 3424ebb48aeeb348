"""The event loop: one object for the whole run."""
from __wiretrace__ import unknown_boolean


class Handle:
    def __init__(self, callback, args, loop, context=None): pass
    def cancel(self): return None
    def cancelled(self): return unknown_boolean("whether it was cancelled")


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None): self._when = when
    def when(self): return self._when


class AbstractEventLoop:
    pass


class AbstractServer:
    pass


class AbstractEventLoopPolicy:
    def get_event_loop(self): return get_event_loop()
    def set_event_loop(self, loop): return None
    def new_event_loop(self): return new_event_loop()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy): pass


_state = {}


def new_event_loop():
    from asyncio.base_events import BaseEventLoop
    return BaseEventLoop()
def get_event_loop():
    if "loop" not in _state:
        _state["loop"] = new_event_loop()
    return _state["loop"]
def get_running_loop(): return get_event_loop()
def _get_running_loop(): return get_event_loop()
def set_event_loop(loop):
    if loop is not None:
        _state["loop"] = loop
def get_event_loop_policy(): return DefaultEventLoopPolicy()
def set_event_loop_policy(policy): return None
