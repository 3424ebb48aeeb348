"""Log handlers: their constructors; none of them hands anything to the application."""
from _external import external
from logging import FileHandler, Handler, StreamHandler


class BaseRotatingHandler(FileHandler): pass


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None): super().__init__(filename)


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None): super().__init__(filename)


class WatchedFileHandler(FileHandler): pass


class SysLogHandler(Handler):
    def __init__(self, address=("localhost", 514), facility=1, socktype=None, timeout=None): super().__init__()


class QueueHandler(Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
    def enqueue(self, record): self.queue.put_nowait(record)
    def prepare(self, record): return record
    def emit(self, record): self.enqueue(self.prepare(record))


class QueueListener:
    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
    def start(self): return None
    def stop(self): return None


class BufferingHandler(Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=40, target=None, flushOnClose=True): super().__init__(capacity)


class SocketHandler(Handler):
    def __init__(self, host, port): super().__init__()


class HTTPHandler(Handler):
    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None): super().__init__()


class SMTPHandler(Handler):
    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0): super().__init__()


def __getattr__(name): return external("logging.handlers." + name)
