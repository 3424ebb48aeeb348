"""The loop of Tornado: starting it is where startup is over."""
from __wiretrace__ import later, per_request, run, serving_point, some, unknown


class IOLoop:
    @staticmethod
    def current(instance=True): return _loop
    @staticmethod
    def instance(): return _loop
    @staticmethod
    def install(): return None
    def start(self): serving_point()
    def stop(self): return None
    def close(self, all_fds=False): return None
    def time(self): return some("float")
    def run_sync(self, func, timeout=None): return run(func())
    def add_callback(self, callback, *args, **kwargs): later(callback, *args, **kwargs)
    def add_callback_from_signal(self, callback, *args, **kwargs): return None
    def spawn_callback(self, callback, *args, **kwargs): later(callback, *args, **kwargs)
    def call_later(self, delay, callback, *args, **kwargs): return later(callback, *args, **kwargs)
    def call_at(self, when, callback, *args, **kwargs): return later(callback, *args, **kwargs)
    def add_timeout(self, deadline, callback, *args, **kwargs): return later(callback, *args, **kwargs)
    def run_in_executor(self, executor, func, *args): return later(func, *args)
    def add_future(self, future, callback): later(callback, future)
    def add_handler(self, fd, handler, events): per_request(handler, "event")
    @property
    def asyncio_loop(self):
        from asyncio import get_event_loop
        return get_event_loop()
    def __getattr__(self, name): return unknown("a method of the loop")


_loop = IOLoop()


class PeriodicCallback:
    def __init__(self, callback, callback_time, jitter=0): self.callback = callback
    def start(self): per_request(self.callback, "schedule")
    def stop(self): return None
    def is_running(self): return unknown("whether it runs")
