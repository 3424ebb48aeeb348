"""What an event loop does with what it is handed."""
from __wiretrace__ import later, object_of, per_request, run, serving_point, some, unknown, unknown_boolean
from asyncio.events import AbstractEventLoop, AbstractServer, Handle, TimerHandle
from asyncio.futures import Future, _Started
from asyncio.tasks import Task


class Server(AbstractServer):
    sockets = ()
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): return None
    def close(self): return None
    def close_clients(self): return None
    def abort_clients(self): return None
    def is_serving(self): return True
    async def start_serving(self): return None
    async def serve_forever(self): serving_point()
    async def wait_closed(self): serving_point()
    def get_loop(self): return unknown("the loop of the server")


class BaseEventLoop(AbstractEventLoop):
    def run_forever(self): serving_point()
    def run_until_complete(self, future): return run(future)
    def stop(self): return None
    def close(self): return None
    def is_running(self): return unknown_boolean("whether the loop is running")
    def is_closed(self): return False
    def time(self): return some("float")
    def create_task(self, coro, *, name=None, context=None, **kwargs): return Task(coro, loop=self, name=name)
    def create_future(self): return Future(loop=self)
    def call_soon(self, callback, *args, context=None):
        later(callback, *args)
        return Handle(callback, args, self)
    def call_soon_threadsafe(self, callback, *args, context=None):
        later(callback, *args)
        return Handle(callback, args, self)
    def call_later(self, delay, callback, *args, context=None):
        later(callback, *args)
        return TimerHandle(delay, callback, args, self)
    def call_at(self, when, callback, *args, context=None):
        later(callback, *args)
        return TimerHandle(when, callback, args, self)
    def run_in_executor(self, executor, func, *args): return _Started(later(func, *args))
    def set_default_executor(self, executor): return None
    def set_task_factory(self, factory): return None
    def get_task_factory(self): return None
    def set_exception_handler(self, handler): return None
    def get_exception_handler(self): return None
    def default_exception_handler(self, context): return None
    def call_exception_handler(self, context): return None
    def set_debug(self, enabled): return None
    def get_debug(self): return False
    def add_signal_handler(self, sig, callback, *args): return None
    def remove_signal_handler(self, sig): return False
    def add_reader(self, fd, callback, *args): per_request(callback, "event")
    def remove_reader(self, fd): return False
    def add_writer(self, fd, callback, *args): per_request(callback, "event")
    def remove_writer(self, fd): return False
    async def shutdown_asyncgens(self): return None
    async def shutdown_default_executor(self, timeout=None): return None
    async def create_server(self, protocol_factory, host=None, port=None, **kwds):
        per_request(protocol_factory, "event")
        return Server()
    async def create_unix_server(self, protocol_factory, path=None, **kwds):
        per_request(protocol_factory, "event")
        return Server()
    async def create_connection(self, protocol_factory, host=None, port=None, **kwds): return (object_of("asyncio.Transport"), protocol_factory())
    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, **kwds): return (object_of("asyncio.DatagramTransport"), protocol_factory())
    def __getattr__(self, name): return unknown("a method of the event loop that is not modelled")


class SelectorEventLoop(BaseEventLoop): pass
class ProactorEventLoop(BaseEventLoop): pass
class EventLoop(BaseEventLoop): pass
