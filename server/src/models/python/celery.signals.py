"""Signals of Celery: what is connected to the start of a worker runs when it starts."""
from __wiretrace__ import at_startup, per_request, unknown


class _Signal:
    kind = "startup"
    def connect(self, *args, **kwargs):
        if not args:
            return self.connect
        if self.kind == "startup":
            at_startup(_called, args[0])
        else:
            per_request(args[0], "event")
        return args[0]
    def disconnect(self, *args, **kwargs): return True
    def send(self, sender, **kwargs): return []


def _called(receiver): return receiver(**unknown("what a signal is sent with"))


class _TaskSignal(_Signal):
    kind = "task"


worker_init = _Signal()
worker_ready = _Signal()
worker_process_init = _Signal()
celeryd_init = _Signal()
celeryd_after_setup = _Signal()
beat_init = _Signal()
setup_logging = _Signal()
after_setup_logger = _Signal()
after_setup_task_logger = _Signal()
import_modules = _Signal()
def __getattr__(name): return _TaskSignal()
