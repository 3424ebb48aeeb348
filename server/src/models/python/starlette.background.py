"""Background tasks run after the response was sent."""
from __wiretrace__ import later


class BackgroundTask:
    def __init__(self, func, *args, **kwargs):
        self.func = func
        self.args = args
        self.kwargs = kwargs
        later(func, *args, **kwargs)
    async def __call__(self): return None


class BackgroundTasks(BackgroundTask):
    def __init__(self, tasks=None): self.tasks = [] if tasks is None else list(tasks)
    def add_task(self, func, *args, **kwargs): self.tasks.append(BackgroundTask(func, *args, **kwargs))
    async def __call__(self): return None
