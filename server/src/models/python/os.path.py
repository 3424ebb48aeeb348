"""Paths: computed where all parts are constants; what is on the disk is open."""
from __wiretrace__ import some, string_operation, unknown_boolean
from _external import external

sep = "/"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
supports_unicode_filenames = True


def join(a, /, *p): return string_operation("join", "/", [a, *p])
def exists(path): return unknown_boolean("whether a file exists")
def lexists(path): return unknown_boolean("whether a file exists")
def isfile(path): return unknown_boolean("whether a file exists")
def isdir(s): return unknown_boolean("whether a folder exists")
def islink(path): return unknown_boolean("whether a link exists")
def ismount(path): return unknown_boolean("whether it is a mount point")
def isabs(s): return string_operation("startswith", s, "/")
def abspath(path): return some("str")
def realpath(filename, *, strict=False): return some("str")
def normpath(path): return some("str")
def normcase(s): return some("str")
def relpath(path, start=None): return some("str")
def dirname(p): return some("str")
def basename(p): return string_operation("rpartition", p, "/")[2]
def split(p): return (some("str"), basename(p))
def splitext(p): return (some("str"), some("str"))
def splitdrive(p): return ("", p)
def expanduser(path): return some("str")
def expandvars(path): return some("str")
def commonpath(paths): return some("str")
def commonprefix(m, /): return some("str")
def getsize(filename): return some("int")
def getmtime(filename): return some("float")
def getatime(filename): return some("float")
def getctime(filename): return some("float")
def samefile(f1, f2): return unknown_boolean("whether two files are one")
def __getattr__(name): return external("os.path." + name)
