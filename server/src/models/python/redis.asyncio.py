"""The clients of redis for asyncio."""
from __wiretrace__ import object_of
from _external import external
from redis.client import Redis, StrictRedis, from_url
from redis.exceptions import ConnectionError, RedisError, TimeoutError


def ConnectionPool(*args, **kwargs): return object_of("redis.asyncio.ConnectionPool")
def __getattr__(name): return external("redis.asyncio." + name)
