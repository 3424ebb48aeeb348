"""Exceptions of asyncio."""
TimeoutError = TimeoutError
class CancelledError(BaseException): pass
class InvalidStateError(Exception): pass
class SendfileNotAvailableError(RuntimeError): pass
class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        self.partial = partial
        self.expected = expected
class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        self.consumed = consumed
class BrokenBarrierError(RuntimeError): pass
class QueueEmpty(Exception): pass
class QueueFull(Exception): pass
class QueueShutDown(Exception): pass
