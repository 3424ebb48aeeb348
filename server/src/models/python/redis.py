"""redis: clients are there; what they give is unknown."""
from __wiretrace__ import object_of
from _external import external
from redis.client import Redis, StrictRedis, from_url
from redis.exceptions import AuthenticationError, ConnectionError, DataError, RedisError, ResponseError, TimeoutError
import redis.exceptions


def ConnectionPool(*args, **kwargs): return object_of("redis.ConnectionPool")
def __getattr__(name): return external("redis." + name)
