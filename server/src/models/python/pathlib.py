"""Paths: objects that are there; what is on the disk is open."""
from __wiretrace__ import some, unknown, unknown_boolean
from _open_containers import list_of
from io import TextIOWrapper


class PurePath:
    def __init__(self, *args): pass
    name = some("str")
    stem = some("str")
    suffix = some("str")
    suffixes = list_of(unknown("an element of a list"))
    parts = some("tuple")
    anchor = some("str")
    drive = ""
    root = some("str")
    @property
    def parent(self): return type(self)()
    @property
    def parents(self): return list_of(type(self)())
    def __truediv__(self, key): return type(self)()
    def __rtruediv__(self, key): return type(self)()
    def __str__(self): return some("str")
    def __fspath__(self): return some("str")
    def as_posix(self): return some("str")
    def as_uri(self): return some("str")
    def is_absolute(self): return unknown_boolean("whether a path is absolute")
    def is_relative_to(self, other, *_deprecated): return unknown_boolean("whether a path is inside another")
    def joinpath(self, *pathsegments): return type(self)()
    def match(self, path_pattern, **options): return unknown_boolean("whether a path matches")
    def full_match(self, pattern, **options): return unknown_boolean("whether a path matches")
    def relative_to(self, other, *_deprecated, **options): return type(self)()
    def with_name(self, name): return type(self)()
    def with_stem(self, stem): return type(self)()
    def with_suffix(self, suffix): return type(self)()
    def with_segments(self, *pathsegments): return type(self)()


class PurePosixPath(PurePath): pass
class PureWindowsPath(PurePath): pass


class Path(PurePath):
    @classmethod
    def cwd(cls): return cls()
    @classmethod
    def home(cls): return cls()
    def absolute(self): return self
    def resolve(self, strict=False): return self
    def expanduser(self): return self
    def readlink(self): return self
    def exists(self, *, follow_symlinks=True): return unknown_boolean("whether a file exists")
    def is_file(self, **options): return unknown_boolean("whether a file exists")
    def is_dir(self, **options): return unknown_boolean("whether a folder exists")
    def is_symlink(self): return unknown_boolean("whether a link exists")
    def samefile(self, other_path): return unknown_boolean("whether two files are one")
    def iterdir(self): return list_of(type(self)())
    def glob(self, pattern, **options): return list_of(type(self)())
    def rglob(self, pattern, **options): return list_of(type(self)())
    def walk(self, top_down=True, on_error=None, follow_symlinks=False): return list_of((type(self)(), list_of(some("str")), list_of(some("str"))))
    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None): return TextIOWrapper(self)
    def read_text(self, encoding=None, errors=None, newline=None): return some("str")
    def read_bytes(self): return some("bytes")
    def write_text(self, data, encoding=None, errors=None, newline=None): return some("int")
    def write_bytes(self, data): return some("int")
    def mkdir(self, mode=511, parents=False, exist_ok=False): return None
    def rmdir(self): return None
    def touch(self, mode=438, exist_ok=True): return None
    def unlink(self, missing_ok=False): return None
    def rename(self, target): return type(self)()
    def replace(self, target): return type(self)()
    def symlink_to(self, target, target_is_directory=False): return None
    def chmod(self, mode, **options): return None
    def stat(self, **options): return unknown("the state of a file")
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return None
    def __getattr__(self, name): return unknown("a method of a path")


class PosixPath(Path): pass
class WindowsPath(Path): pass
