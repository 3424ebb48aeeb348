"""Functions run in a thread and awaited."""
from _external import external


async def run_in_threadpool(func, *args, **kwargs): return func(*args, **kwargs)
async def iterate_in_threadpool(iterator):
    for item in iterator:
        yield item
async def run_until_first_complete(*args):
    for func, kwargs in args:
        await func(**kwargs)
def __getattr__(name): return external("starlette.concurrency." + name)
