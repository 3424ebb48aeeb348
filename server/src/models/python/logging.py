"""Logging: loggers are one object per name; they give nothing and change nothing."""
from __wiretrace__ import per_request, some, unknown, unknown_boolean
from _external import external
from _open_containers import dict_of

NOTSET = 0
DEBUG = 10
INFO = 20
WARNING = 30
WARN = 30
ERROR = 40
CRITICAL = 50
FATAL = 50
raiseExceptions = True
lastResort = None


class Filterer:
    def __init__(self): self.filters = []
    def addFilter(self, filter): self.filters.append(filter)
    def removeFilter(self, filter): self.filters.remove(filter)
    def filter(self, record): return True


class Filter:
    def __init__(self, name=""): self.name = name
    def filter(self, record): return True


class Formatter:
    converter = None
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt
        self.datefmt = datefmt
    def format(self, record): return some("str")
    def formatTime(self, record, datefmt=None): return some("str")
    def formatException(self, ei): return some("str")
    def formatMessage(self, record): return some("str")
    def formatStack(self, stack_info): return some("str")
    def usesTime(self): return True


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs): pass
    def getMessage(self): return some("str")
    def __getattr__(self, name): return unknown("a property of a log record")


class Handler(Filterer):
    def __init__(self, level=0):
        self.filters = []
        self.level = level
        self.formatter = None
    name = None
    def setLevel(self, level): self.level = level
    def setFormatter(self, fmt): self.formatter = fmt
    def set_name(self, name): self.name = name
    def get_name(self): return self.name
    def __getattr__(self, name): return unknown("an attribute of a log handler")
    def createLock(self): return None
    def acquire(self): return None
    def release(self): return None
    def format(self, record): return some("str")
    def handle(self, record): return self.emit(record)
    def emit(self, record): return None
    def flush(self): return None
    def close(self): return None
    def handleError(self, record): return None


class StreamHandler(Handler):
    terminator = "\n"
    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream
    def setStream(self, stream): self.stream = stream


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__()
        self.baseFilename = filename


class NullHandler(Handler): pass


class Logger(Filterer):
    def __init__(self, name, level=0):
        self.name = name
        self.level = level
        self.filters = []
        self.handlers = []
        self.propagate = True
        self.disabled = False
        self.parent = None
    def setLevel(self, level): self.level = level
    def debug(self, msg, *args, **kwargs): return None
    def info(self, msg, *args, **kwargs): return None
    def warning(self, msg, *args, **kwargs): return None
    def warn(self, msg, *args, **kwargs): return None
    def error(self, msg, *args, **kwargs): return None
    def exception(self, msg, *args, exc_info=True, **kwargs): return None
    def critical(self, msg, *args, **kwargs): return None
    def fatal(self, msg, *args, **kwargs): return None
    def log(self, level, msg, *args, **kwargs): return None
    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1): return None
    def handle(self, record): return None
    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)
            per_request(hdlr.emit, "event")
    def removeHandler(self, hdlr): return None
    def hasHandlers(self): return unknown_boolean("whether the logger has handlers")
    def isEnabledFor(self, level): return unknown_boolean("whether the logger is enabled")
    def getEffectiveLevel(self): return some("int")
    def getChild(self, suffix): return getLogger(suffix)
    def getChildren(self): return set()
    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None): return LogRecord(name, level, fn, lno, msg, args, exc_info)
    def findCaller(self, stack_info=False, stacklevel=1): return (some("str"), some("int"), some("str"), None)
    def callHandlers(self, record): return None


class RootLogger(Logger):
    def __init__(self, level): super().__init__("root", level)


class LoggerAdapter:
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
    def process(self, msg, kwargs): return (msg, kwargs)
    def __getattr__(self, name): return getattr(self.logger, name)


class Manager:
    def __init__(self, rootnode):
        self.root = rootnode
        self.loggerDict = {}
        self.disable = 0
    def getLogger(self, name): return getLogger(name)


class PlaceHolder: pass
class BufferingFormatter: pass


root = RootLogger(WARNING)
Logger.root = root
manager = Manager(root)
Logger.manager = manager
_loggers = {}


def getLogger(name=None):
    if name is None or name == "root":
        return root
    return _loggers.setdefault(name, Logger(name))


def basicConfig(**kwargs):
    if not root.handlers:
        root.handlers.append(StreamHandler())
def captureWarnings(capture): return None
def shutdown(handlerList=None): return None
def disable(level=50): return None
def debug(msg, *args, **kwargs): return None
def info(msg, *args, **kwargs): return None
def warning(msg, *args, **kwargs): return None
def warn(msg, *args, **kwargs): return None
def error(msg, *args, **kwargs): return None
def exception(msg, *args, exc_info=True, **kwargs): return None
def critical(msg, *args, **kwargs): return None
def fatal(msg, *args, **kwargs): return None
def log(level, msg, *args, **kwargs): return None
def addLevelName(level, levelName): return None
def getLevelName(level): return some("str")
def getLevelNamesMapping(): return dict_of(some("str"), unknown("a value of a mapping"))
def getLoggerClass(): return Logger
def setLoggerClass(klass): return None
def getLogRecordFactory(): return LogRecord
def setLogRecordFactory(factory): return None
def getHandlerByName(name): return unknown("a log handler by name")
def getHandlerNames(): return some("frozenset")
def makeLogRecord(dict): return LogRecord("", 0, "", 0, "", (), None)
def __getattr__(name): return external("logging." + name)
