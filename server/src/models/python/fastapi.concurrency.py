"""Threads are starlette's."""
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool, run_until_first_complete
from contextlib import AsyncExitStack, asynccontextmanager


async def contextmanager_in_threadpool(cm): return cm.__enter__()
