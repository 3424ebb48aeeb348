import asyncio
import contextvars
import logging
import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class Seen:
    pass


seen = Seen()


def work(x):
    seen.work = x
    return x


async def co(n):
    seen.n = n
    return n


async def main():
    seen.gathered = await asyncio.gather(co(3), co(4), return_exceptions=True)
    seen.task = await asyncio.create_task(co(5))
    async with asyncio.TaskGroup() as group:
        grouped = group.create_task(co(6))
    seen.grouped = grouped.result()
    loop = asyncio.get_running_loop()
    seen.executed = await loop.run_in_executor(None, work, 6)
    seen.threaded = await asyncio.to_thread(work, 7)
    seen.waited = await asyncio.wait_for(co(2), timeout=3)
    seen.shielded = await asyncio.shield(co(9))
    lock = asyncio.Lock()
    async with lock:
        seen.locked = True
    event = asyncio.Event()
    event.set()
    seen.event = await event.wait()
    future = loop.create_future()
    future.set_result(8)
    seen.future = await future
    return 3


v_result = asyncio.run(main())
v_seen = [seen.gathered, seen.task, seen.grouped, seen.executed, seen.threaded, seen.waited, seen.shielded, seen.locked, seen.event, seen.future]
with ThreadPoolExecutor(max_workers=2) as pool:
    v_submitted = pool.submit(work, 4).result(), list(pool.map(work, [1, 2]))


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.flag = 1
    def run(self): seen.ran = self.flag


worker = Worker()
worker.start()
worker.join()
thread = threading.Thread(target=work, args=(11,))
thread.start()
thread.join()
v_threads = seen.ran, seen.work, worker.daemon
variable = contextvars.ContextVar("v", default=None)
v_before = variable.get()
token = variable.set(3)
v_context = variable.get()
variable.reset(token)
v_after = variable.get()
v_logger = logging.getLogger("a") is logging.getLogger("a"), logging.getLogger("a") is logging.getLogger("b"), logging.INFO
local = threading.local()
v_local = hasattr(local, "x")
