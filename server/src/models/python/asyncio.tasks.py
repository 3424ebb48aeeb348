"""Tasks: what is handed over starts maybe later and runs concurrently; awaiting it brings it to its end."""
from __wiretrace__ import is_instance, kind_of, later, some, unknown
from _external import external
from asyncio.futures import Future, _Started

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Task(_Started):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        self._handle = later(coro)
        self._coro = coro
        self._name = name
        self._loop = loop
    def get_coro(self): return self._coro
    def get_name(self): return some("str")
    def set_name(self, value, /): self._name = value
    def get_context(self): return some("Context")
    def cancelling(self): return 0
    def uncancel(self): return 0
    def get_stack(self, *, limit=None): return []
    def print_stack(self, *, limit=None, file=None): return None


def create_task(coro, *, name=None, context=None, **kwargs): return Task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if is_instance(coro_or_future, Future):
        return coro_or_future
    return Task(coro_or_future)


def _started(awaitable):
    """A coroutine starts as a task; what is running already stays as it is."""
    return later(awaitable) if kind_of(awaitable) == "coroutine" else awaitable


async def gather(*coros_or_futures, return_exceptions=False):
    results = []
    for awaitable in [_started(one) for one in coros_or_futures]:
        if return_exceptions:
            try:
                results.append(await awaitable)
            except Exception as error:
                results.append(error)
        else:
            results.append(await awaitable)
    return results


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    done = set()
    for awaitable in [_started(one) for one in fs]:
        try:
            await awaitable
        except Exception:
            pass
        done.add(awaitable)
    return (done, set())


async def wait_for(fut, timeout): return await fut
def as_completed(fs, *, timeout=None): return [awaitable for awaitable in fs]
async def shield(arg): return await arg


async def sleep(delay, result=None): return result


def run_coroutine_threadsafe(coro, loop): return _Started(later(coro))
def current_task(loop=None): return Task(_idle())
def all_tasks(loop=None): return unknown("the tasks that are running")
async def _idle(): return None
def eager_task_factory(loop, coro, *, name=None, context=None): return Task(coro, name=name)
def create_eager_task_factory(custom_task_constructor): return eager_task_factory
def __getattr__(name): return external("asyncio.tasks." + name)
