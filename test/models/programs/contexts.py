import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager

log = []


@contextmanager
def plain(name):
    log.append(name)
    yield name + "!"
    log.append("left " + name)


@asynccontextmanager
async def later(name):
    log.append(name)
    yield name + "?"


class Resource:
    def __enter__(self):
        log.append("enter")
        return self
    def __exit__(self, *error):
        log.append("exit")


stack = ExitStack()
v_entered = stack.enter_context(plain("a"))
v_resource = stack.enter_context(Resource()) is not None
v_inside = list(log)


async def main():
    async with AsyncExitStack() as inner:
        return await inner.enter_async_context(later("b")), inner.enter_context(plain("c"))


v_later = asyncio.run(main())
with ExitStack() as closing:
    closing.callback(log.append, "called back")
v_called_back = log[-1]
