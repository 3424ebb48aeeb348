"""The scheduler of the standard library: run() runs what was entered."""
from __wiretrace__ import some


class scheduler:
    def __init__(self, timefunc=None, delayfunc=None): self.queue = []
    def enter(self, delay, priority, action, argument=(), kwargs={}): return self.enterabs(delay, priority, action, argument, kwargs)
    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        self.queue.append((action, argument, kwargs))
        return some("Event")
    def cancel(self, event): return None
    def empty(self): return False
    def run(self, blocking=True):
        for action, argument, kwargs in self.queue:
            action(*argument, **kwargs)
