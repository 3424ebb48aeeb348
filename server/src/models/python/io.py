"""Streams."""
from __wiretrace__ import some, unknown, unknown_boolean
from _open_containers import list_of

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
open = open


class UnsupportedOperation(OSError, ValueError): pass


class IOBase:
    closed = unknown_boolean("whether the stream is closed")
    def __enter__(self): return self
    def __exit__(self, *args): return None
    def __iter__(self): return (line for line in list_of(some("str")))
    def __next__(self): return some("str")
    def close(self): return None
    def flush(self): return None
    def fileno(self): return some("int")
    def isatty(self): return unknown_boolean("whether it is a terminal")
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def seek(self, offset, whence=0, /): return some("int")
    def tell(self): return some("int")
    def truncate(self, size=None, /): return some("int")
    def readline(self, size=-1, /): return some("str")
    def readlines(self, hint=-1, /): return list_of(some("str"))
    def writelines(self, lines, /): return None


class TextIOBase(IOBase):
    encoding = some("str")
    errors = unknown("how errors are handled")
    newlines = unknown("the line ends")
    def read(self, size=-1, /): return some("str")
    def write(self, s, /): return some("int")
    def detach(self): return unknown("the buffer below")


class RawIOBase(IOBase): pass


class BufferedIOBase(IOBase):
    def read(self, size=-1, /): return some("bytes")
    def write(self, buffer, /): return some("int")


class TextIOWrapper(TextIOBase):
    name = some("str")
    mode = some("str")
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False): pass
    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None): return None
    def __getattr__(self, name): return unknown("a property of a stream")


class StringIO(TextIOBase):
    def __init__(self, initial_value="", newline="\n"): pass
    def getvalue(self): return some("str")


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b""): pass
    def getvalue(self): return some("bytes")
    def getbuffer(self): return some("memoryview")


class FileIO(RawIOBase): pass
class BufferedReader(BufferedIOBase): pass
class BufferedWriter(BufferedIOBase): pass
class BufferedRandom(BufferedIOBase): pass
def text_encoding(encoding, stacklevel=2, /): return "utf-8"
