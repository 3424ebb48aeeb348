"""asyncio.TaskGroup: its tasks have ended when its block is left."""
from asyncio.tasks import Task


class TaskGroup:
    def __init__(self): self._tasks = []
    async def __aenter__(self): return self
    async def __aexit__(self, et, exc, tb):
        for task in self._tasks:
            await task
        return None
    def create_task(self, coro, *, name=None, context=None, **kwargs):
        task = Task(coro, name=name)
        self._tasks.append(task)
        return task
    def cancel(self): return None
