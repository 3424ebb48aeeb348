"""The builtin exceptions. builtins takes its names from here."""
from __wiretrace__ import length, some, unknown


class BaseException:
    __cause__ = None
    __context__ = None
    __traceback__ = None
    __suppress_context__ = False
    __notes__ = []
    def __init__(self, *args): self.args = args
    def with_traceback(self, object, /): return self
    def add_note(self, object, /): return None
    def __setstate__(self, object, /): return None


class BaseExceptionGroup(BaseException):
    def __init__(self, message, exceptions, /):
        self.args = (message, exceptions)
        self.message = message
        self.exceptions = exceptions
    def derive(self, excs, /): return type(self)(self.message, excs)
    def split(self, matcher_value, /): return (unknown("a part of the group"), unknown("a part of the group"))
    def subgroup(self, matcher_value, /): return unknown("a part of the group")


class Exception(BaseException): pass
class ExceptionGroup(BaseExceptionGroup, Exception): pass
class GeneratorExit(BaseException): pass
class KeyboardInterrupt(BaseException): pass


class SystemExit(BaseException):
    def __init__(self, *args):
        self.args = args
        self.code = args[0] if length(args) > 0 else None


class AttributeError(Exception):
    def __init__(self, *args, name=None, obj=None):
        self.args = args
        self.name = name
        self.obj = obj


class NameError(Exception):
    def __init__(self, *args, name=None):
        self.args = args
        self.name = name


class ImportError(Exception):
    def __init__(self, *args, name=None, path=None, name_from=None):
        self.args = args
        self.msg = args[0] if length(args) > 0 else None
        self.name = name
        self.path = path


class StopIteration(Exception):
    def __init__(self, *args):
        self.args = args
        self.value = args[0] if length(args) > 0 else None


class OSError(Exception):
    errno = unknown("the number of the error")
    strerror = unknown("the text of the error")
    filename = unknown("the file of the error")
    filename2 = None
    winerror = None


class SyntaxError(Exception):
    msg = some("str")
    filename = unknown("the file of the error")
    lineno = unknown("the line of the error")
    offset = unknown("the column of the error")
    text = unknown("the text of the error")


class ArithmeticError(Exception): pass
class AssertionError(Exception): pass
class BufferError(Exception): pass
class EOFError(Exception): pass
class LookupError(Exception): pass
class MemoryError(Exception): pass
class ReferenceError(Exception): pass
class RuntimeError(Exception): pass
class StopAsyncIteration(Exception): pass
class SystemError(Exception): pass
class TypeError(Exception): pass
class ValueError(Exception): pass
class Warning(Exception): pass
class FloatingPointError(ArithmeticError): pass
class OverflowError(ArithmeticError): pass
class ZeroDivisionError(ArithmeticError): pass
class BytesWarning(Warning): pass
class DeprecationWarning(Warning): pass
class EncodingWarning(Warning): pass
class FutureWarning(Warning): pass
class ImportWarning(Warning): pass
class PendingDeprecationWarning(Warning): pass
class ResourceWarning(Warning): pass
class RuntimeWarning(Warning): pass
class SyntaxWarning(Warning): pass
class UnicodeWarning(Warning): pass
class UserWarning(Warning): pass
class BlockingIOError(OSError): pass
class ChildProcessError(OSError): pass
class ConnectionError(OSError): pass
class FileExistsError(OSError): pass
class FileNotFoundError(OSError): pass
class InterruptedError(OSError): pass
class IsADirectoryError(OSError): pass
class NotADirectoryError(OSError): pass
class PermissionError(OSError): pass
class ProcessLookupError(OSError): pass
class TimeoutError(OSError): pass
class IndentationError(SyntaxError): pass
class IndexError(LookupError): pass
class KeyError(LookupError): pass
class ModuleNotFoundError(ImportError): pass
class NotImplementedError(RuntimeError): pass
class RecursionError(RuntimeError): pass
class UnboundLocalError(NameError): pass
class UnicodeError(ValueError): pass
class BrokenPipeError(ConnectionError): pass
class ConnectionAbortedError(ConnectionError): pass
class ConnectionRefusedError(ConnectionError): pass
class ConnectionResetError(ConnectionError): pass
class TabError(IndentationError): pass
class UnicodeDecodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason, /):
        self.args = (encoding, object, start, end, reason)
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason
class UnicodeEncodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason, /):
        self.args = (encoding, object, start, end, reason)
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason
class UnicodeTranslateError(UnicodeError):
    def __init__(self, object, start, end, reason, /):
        self.args = (object, start, end, reason)
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason
class PythonFinalizationError(RuntimeError): pass
class ImportCycleError(ImportError): pass

EnvironmentError = OSError
IOError = OSError
WindowsError = OSError

__all__ = ["ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError",
    "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
    "ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError", "EncodingWarning", "Exception", "ExceptionGroup",
    "FileExistsError", "FileNotFoundError", "FloatingPointError", "FutureWarning", "GeneratorExit", "ImportError", "ImportWarning",
    "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError",
    "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError", "NotImplementedError", "OSError", "OverflowError",
    "PendingDeprecationWarning", "PermissionError", "ProcessLookupError", "RecursionError", "ReferenceError", "ResourceWarning",
    "RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit",
    "TabError", "TimeoutError", "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning", "ZeroDivisionError", "PythonFinalizationError",
    "ImportCycleError", "EnvironmentError", "IOError", "WindowsError"]
