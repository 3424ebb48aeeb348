"""anyio: tasks of a group have ended when its block is left."""
from __wiretrace__ import later, run as _run_to_end, serving_point
from _external import external
import anyio.to_thread


class _TaskGroup:
    def __init__(self): self._handles = []
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_val, exc_tb):
        for handle in self._handles:
            await handle
        return None
    def start_soon(self, func, *args, name=None): self._handles.append(later(func, *args))
    async def start(self, func, *args, name=None): self._handles.append(later(func, *args))


class _Scope:
    def __enter__(self): return self
    def __exit__(self, *args): return None
    def cancel(self): return None


def create_task_group(): return _TaskGroup()
def run(func, *args, backend="asyncio", backend_options=None): return _run_to_end(func(*args))
async def sleep(delay): return None
async def sleep_forever(): serving_point()
def move_on_after(delay, shield=False): return _Scope()
def fail_after(delay, shield=False): return _Scope()
def CancelScope(**options): return _Scope()
def __getattr__(name): return external("anyio." + name)
