"""aio_pika: the callback of a queue runs per message."""
from __wiretrace__ import object_of, per_request, unknown
from _external import external


class _Connection:
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_val, exc_tb): return None
    async def channel(self, *args, **kwargs): return _Channel()
    async def close(self, *args): return None
    def __getattr__(self, name): return unknown("a property of a connection")


class _Channel(_Connection):
    default_exchange = object_of("aio_pika.Exchange")
    async def declare_queue(self, name=None, **kwargs): return _Queue()
    async def get_queue(self, name, **kwargs): return _Queue()
    async def declare_exchange(self, name, *args, **kwargs): return object_of("aio_pika.Exchange")
    async def get_exchange(self, name, **kwargs): return object_of("aio_pika.Exchange")
    async def set_qos(self, *args, **kwargs): return None


class _Queue:
    name = unknown("the name of a queue")
    async def consume(self, callback, *args, **kwargs):
        per_request(callback, "event")
        return unknown("the tag of a consumer")
    async def bind(self, exchange, *args, **kwargs): return None
    def iterator(self, **kwargs): return object_of("aio_pika.QueueIterator")
    def __getattr__(self, name): return unknown("a property of a queue")


async def connect(url=None, **kwargs): return _Connection()
async def connect_robust(url=None, **kwargs): return _Connection()
def __getattr__(name): return external("aio_pika." + name)
