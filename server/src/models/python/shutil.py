"""Files moved about."""
from __wiretrace__ import object_of, unknown
from _external import external


class Error(OSError): pass
class SameFileError(Error): pass


def copy(src, dst, *, follow_symlinks=True): return dst
def copy2(src, dst, *, follow_symlinks=True): return dst
def copyfile(src, dst, *, follow_symlinks=True): return dst
def copytree(src, dst, symlinks=False, ignore=None, copy_function=None, ignore_dangling_symlinks=False, dirs_exist_ok=False): return dst
def move(src, dst, copy_function=None): return dst
def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None): return None
def which(cmd, mode=1, path=None): return unknown("where a program is, None where it is not installed")
def disk_usage(path): return object_of("shutil.usage")
def get_terminal_size(fallback=(80, 24)): return object_of("os.terminal_size")
def __getattr__(name): return external("shutil." + name)
