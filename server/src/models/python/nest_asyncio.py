"""nest_asyncio: no effect on wiring."""


def apply(loop=None): return None
