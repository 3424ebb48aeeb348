"""Celery: tasks are roots of the request phase; a worker serves."""
from __wiretrace__ import object_of, per_request, run_startup, serving_point, unknown
from _external import external
from celery.signals import _Signal


class _Task:
    """A function as a task: called it runs, sent it runs in a worker."""
    def __init__(self, function): self.run = function
    def __call__(self, *args, **kwargs): return self.run(*args, **kwargs)
    def delay(self, *args, **kwargs): return object_of("celery.result.AsyncResult")
    def apply_async(self, args=None, kwargs=None, **options): return object_of("celery.result.AsyncResult")
    def apply(self, args=None, kwargs=None, **options): return object_of("celery.result.EagerResult")
    def s(self, *args, **kwargs): return object_of("celery.canvas.Signature")
    def si(self, *args, **kwargs): return object_of("celery.canvas.Signature")
    def retry(self, *args, **kwargs): raise Exception("Retry")
    def __getattr__(self, name): return unknown("a property of a task")


def _as_task(function):
    per_request(function, "task")
    return _Task(function)


class Celery:
    def __init__(self, main=None, **kwargs):
        self.main = main
        self.conf = object_of("celery.app.utils.Settings")
        self.on_configure = _Signal()
        self.on_after_configure = _Signal()
        self.on_after_finalize = _Signal()
        self.Task = Task
    def task(self, *args, **opts):
        if args and callable(args[0]):
            return _as_task(args[0])
        return _as_task
    def register_task(self, task, **options):
        per_request(task.run, "task")
        return task
    def autodiscover_tasks(self, packages=None, related_name="tasks", force=False): return None
    def config_from_object(self, obj, silent=False, force=False, namespace=None): return None
    def send_task(self, name, args=None, kwargs=None, **options): return object_of("celery.result.AsyncResult")
    def add_periodic_task(self, schedule, sig, **options): return None
    def worker_main(self, argv=None):
        run_startup()
        serving_point()
    def start(self, argv=None): self.worker_main()
    def __serve__(self): self.worker_main()
    def Worker(self, **kwargs): return _Worker(self)
    def __getattr__(self, name): return unknown("a property of the application")


class _Worker:
    def __init__(self, app): self.app = app
    def start(self): self.app.worker_main()


class Task:
    name = unknown("the name of a task")
    request = object_of("celery.app.task.Context")
    abstract = False
    def run(self, *args, **kwargs): return None
    def __call__(self, *args, **kwargs): return self.run(*args, **kwargs)
    def delay(self, *args, **kwargs): return object_of("celery.result.AsyncResult")
    def apply_async(self, args=None, kwargs=None, **options): return object_of("celery.result.AsyncResult")
    def __getattr__(self, name): return unknown("a property of a task")


def shared_task(*args, **kwargs):
    if args and callable(args[0]):
        return _as_task(args[0])
    return _as_task
current_app = object_of("celery.Celery")
current_task = unknown("the task that runs")
def __getattr__(name): return external("celery." + name)
