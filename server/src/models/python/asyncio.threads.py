"""asyncio.to_thread: awaited, the function has run."""


async def to_thread(func, /, *args, **kwargs): return func(*args, **kwargs)
