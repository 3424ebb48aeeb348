"""anyio.to_thread: awaited, the function has run."""


async def run_sync(func, *args, **options): return func(*args)
