"""asyncio.run and Runner: run a coroutine to its end, then run what callbacks it left."""
from __wiretrace__ import run as _run_to_end
from asyncio.events import get_event_loop


class Runner:
    def __init__(self, *, debug=None, loop_factory=None): self._debug = debug
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_val, exc_tb): return None
    def close(self): return None
    def get_loop(self): return get_event_loop()
    def run(self, coro, *, context=None): return _run_to_end(coro)


def run(main, *, debug=None, loop_factory=None): return _run_to_end(main)
