"""Locks never block the dry run. Waiting for an event lets the other tasks run; if none of them sets it, it waits for good."""
from __wiretrace__ import is_handed_out, run_pending, serving_point, unknown_boolean


class _Entered:
    async def __aenter__(self): return None
    async def __aexit__(self, exc_type, exc, tb): return None


class Lock(_Entered):
    def __init__(self): pass
    async def acquire(self): return True
    def release(self): return None
    def locked(self): return unknown_boolean("whether the lock is held")


class Condition(_Entered):
    def __init__(self, lock=None): self._lock = lock
    async def acquire(self): return True
    def release(self): return None
    def locked(self): return unknown_boolean("whether the lock is held")
    async def wait(self): return True
    async def wait_for(self, predicate):
        predicate()
        return True
    def notify(self, n=1): return None
    def notify_all(self): return None


class Event:
    def __init__(self): self._value = False
    def is_set(self): return True if self._value else unknown_boolean("whether another task sets the event")
    def set(self): self._value = True
    def clear(self): self._value = False
    async def wait(self):
        if not self._value and not run_pending():
            return True
        if self._value or is_handed_out(self):
            return True
        serving_point()


class Semaphore(_Entered):
    def __init__(self, value=1): self._value = value
    async def acquire(self): return True
    def release(self): return None
    def locked(self): return unknown_boolean("whether the semaphore is used up")


class BoundedSemaphore(Semaphore): pass


class Barrier(_Entered):
    def __init__(self, parties): self.parties = parties
    async def wait(self): return 0
    async def reset(self): return None
    async def abort(self): return None
