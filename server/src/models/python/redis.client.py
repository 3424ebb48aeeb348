"""Clients of redis."""
from __wiretrace__ import object_of, unknown


class Redis:
    def __init__(self, host="localhost", port=6379, db=0, password=None, **options): self.connection_pool = object_of("redis.ConnectionPool")
    @classmethod
    def from_url(cls, url, **kwargs): return cls()
    @classmethod
    def from_pool(cls, connection_pool): return cls()
    def pubsub(self, **kwargs): return object_of("redis.client.PubSub")
    def pipeline(self, transaction=True, shard_hint=None): return object_of("redis.client.Pipeline")
    def lock(self, name, **options): return object_of("redis.lock.Lock")
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_value, traceback): return None
    async def __aenter__(self): return self
    async def __aexit__(self, exc_type, exc_value, traceback): return None
    def __getattr__(self, name): return unknown("a method of redis")


StrictRedis = Redis
def from_url(url, **kwargs): return Redis()
