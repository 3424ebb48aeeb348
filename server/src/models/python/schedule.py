"""schedule: jobs are roots of the request phase."""
from __wiretrace__ import make_partial, per_request, some
from _open_containers import list_of


class Job:
    def do(self, job_func, *args, **kwargs):
        per_request(make_partial(job_func, args, kwargs) if args or kwargs else job_func, "schedule")
        return self
    def at(self, time_str, tz=None): return self
    def to(self, latest): return self
    def until(self, until_time): return self
    def tag(self, *tags): return self
    def __getattr__(self, name): return self


class Scheduler:
    def every(self, interval=1): return Job()
    def run_pending(self): return None
    def run_all(self, delay_seconds=0): return None
    def clear(self, tag=None): return None


def every(interval=1): return Job()
def run_pending(): return None
def run_all(delay_seconds=0): return None
def clear(tag=None): return None
def get_jobs(tag=None): return list_of(Job())
def cancel_job(job): return None
def idle_seconds(): return some("float")
def repeat(job, *args, **kwargs):
    def decorate(function):
        job.do(function, *args, **kwargs)
        return function
    return decorate
