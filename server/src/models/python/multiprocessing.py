"""Other processes: they start with a copy of what is there, and what they do is not seen here."""
from __wiretrace__ import object_of, per_request, some, unknown, unknown_boolean
from _external import external
from _open_containers import list_of


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.name = some("str") if name is None else name
        self.daemon = daemon
    pid = some("int")
    exitcode = unknown("the exit code of a process")
    def start(self): per_request(self.run, "process")
    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)
    def join(self, timeout=None): return None
    def is_alive(self): return unknown_boolean("whether the process is alive")
    def terminate(self): return None
    def kill(self): return None
    def close(self): return None


def _shared(): return object_of("multiprocessing.managers.SyncManager")
def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None): return object_of("multiprocessing.pool.Pool")
def Manager(): return _shared()
def Queue(maxsize=0): return object_of("multiprocessing.queues.Queue")
def JoinableQueue(maxsize=0): return object_of("multiprocessing.queues.JoinableQueue")
def SimpleQueue(): return object_of("multiprocessing.queues.SimpleQueue")
def Pipe(duplex=True): return (object_of("multiprocessing.connection.Connection"), object_of("multiprocessing.connection.Connection"))
def Event(): return object_of("multiprocessing.synchronize.Event")
def Lock(): return object_of("multiprocessing.synchronize.Lock")
def RLock(): return object_of("multiprocessing.synchronize.RLock")
def Semaphore(value=1): return object_of("multiprocessing.synchronize.Semaphore")
def Value(typecode_or_type, *args, lock=True): return object_of("multiprocessing.sharedctypes.Synchronized")
def Array(typecode_or_type, size_or_initializer, *, lock=True): return object_of("multiprocessing.sharedctypes.SynchronizedArray")
def cpu_count(): return some("int")
def current_process(): return Process()
def active_children(): return list_of(unknown("an element of a list"))
def freeze_support(): return None
def set_start_method(method, force=False): return None
def get_start_method(allow_none=False): return some("str")
def get_context(method=None): return unknown("a context of processes")
def get_logger(): return object_of("logging.Logger")
class ProcessError(Exception): pass
class TimeoutError(ProcessError): pass
def __getattr__(name): return external("multiprocessing." + name)
