"""uvloop: another event loop with the same behaviour."""
from asyncio import AbstractEventLoopPolicy, new_event_loop, run


class EventLoopPolicy(AbstractEventLoopPolicy): pass
def install(): return None
