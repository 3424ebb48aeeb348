"""asyncio.timeout: a body that is in time. That it may run out is not followed."""
from __wiretrace__ import unknown_boolean


class Timeout:
    def __init__(self, when): self._when = when
    def when(self): return self._when
    def reschedule(self, when): self._when = when
    def expired(self): return unknown_boolean("whether the time ran out")
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_val, exc_tb): return None


def timeout(delay): return Timeout(delay)
def timeout_at(when): return Timeout(when)
