"""Schedulers: their jobs are roots of the request phase."""
from __wiretrace__ import import_module, make_partial, object_of, per_request, some, string_operation, unknown, unknown_boolean
from _open_containers import list_of


class BaseScheduler:
    def __init__(self, gconfig={}, **options): pass
    running = unknown_boolean("whether the scheduler runs")
    state = some("int")
    timezone = unknown("a time zone")
    def configure(self, gconfig={}, prefix="apscheduler.", **options): return None
    def start(self, paused=False): return None
    def shutdown(self, wait=True): return None
    def pause(self): return None
    def resume(self): return None
    def add_job(self, func, trigger=None, args=None, kwargs=None, id=None, name=None, *more, **trigger_args):
        if isinstance(func, str):
            parts = string_operation("partition", func, ":")
            func = getattr(import_module(parts[0]), parts[2])
        if args is None and kwargs is None:
            per_request(func, "schedule")
        else:
            per_request(make_partial(func, () if args is None else args, {} if kwargs is None else kwargs), "schedule")
        return object_of("apscheduler.job.Job")
    def scheduled_job(self, trigger, args=None, kwargs=None, **trigger_args):
        def decorate(func):
            self.add_job(func, trigger, args, kwargs)
            return func
        return decorate
    def add_listener(self, callback, mask=None): per_request(callback, "event")
    def remove_listener(self, callback): return None
    def get_job(self, job_id, jobstore=None): return unknown("a job")
    def get_jobs(self, jobstore=None, pending=None): return list_of(unknown("an element of a list"))
    def remove_job(self, job_id, jobstore=None): return None
    def remove_all_jobs(self, jobstore=None): return None
    def __getattr__(self, name): return unknown("a method of the scheduler")
