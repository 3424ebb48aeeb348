"""Errors of redis."""
from _external import external


class RedisError(Exception): pass
class ConnectionError(RedisError): pass
class TimeoutError(RedisError): pass
class AuthenticationError(ConnectionError): pass
class ResponseError(RedisError): pass
class DataError(RedisError): pass
class BusyLoadingError(ConnectionError): pass
class LockError(RedisError, ValueError): pass
def __getattr__(name): return external("redis.exceptions." + name)
