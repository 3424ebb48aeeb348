"""aiorun runs a coroutine and stays in the event loop until a signal comes."""
from __wiretrace__ import run as run_now, serving_point


def run(coro=None, *, loop=None, shutdown_handler=None, shutdown_callback=None, stop_on_unhandled_exceptions=False, executor=None, executor_workers=None, use_uvloop=False, timeout_task_shutdown=60):
    if coro is not None:
        run_now(coro)
    serving_point()


def shutdown_waits_for(coro, loop=None): return coro
