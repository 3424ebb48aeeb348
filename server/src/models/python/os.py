"""The operating system: the environment is the run's own, files and processes are open."""
from __wiretrace__ import environment_mapping, environment_variable, object_of, some, unknown, unknown_boolean
from _external import external
from _open_containers import list_of, dict_of
import os.path as path

environ = environment_mapping()
environb = dict_of(some("str"), unknown("a value of a mapping"))
name = some("str")
sep = "/"
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
altsep = None
F_OK = 0
R_OK = 4
W_OK = 2
X_OK = 1
O_RDONLY = 0
O_WRONLY = 1
O_RDWR = 2
error = OSError


class PathLike: pass


def getenv(key, default=None): return environment_variable(key, default)
def getenvb(key, default=None): return unknown("the environment as bytes")
def putenv(name, value, /): return None
def unsetenv(name, /): return None
def getcwd(): return some("str")
def getpid(): return some("int")
def getppid(): return some("int")
def getuid(): return some("int")
def getgid(): return some("int")
def getlogin(): return some("str")
def cpu_count(): return some("int")
def urandom(size, /): return some("bytes")
def listdir(path=None): return list_of(some("str"))
def scandir(path=None): return list_of(object_of("os.DirEntry"))
def walk(top, topdown=True, onerror=None, followlinks=False): return list_of((some("str"), list_of(some("str")), list_of(some("str"))))
def stat(path, *, dir_fd=None, follow_symlinks=True): return object_of("os.stat_result")
def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True): return unknown_boolean("whether a file may be used")
def chdir(path): return None
def chmod(path, mode, *, dir_fd=None, follow_symlinks=True): return None
def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True): return None
def mkdir(path, mode=511, *, dir_fd=None): return None
def makedirs(name, mode=511, exist_ok=False): return None
def remove(path, *, dir_fd=None): return None
def unlink(path, *, dir_fd=None): return None
def rmdir(path, *, dir_fd=None): return None
def removedirs(name): return None
def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None): return None
def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None): return None
def symlink(src, dst, target_is_directory=False, *, dir_fd=None): return None
def umask(mask, /): return some("int")
def kill(pid, signal, /): return None
def killpg(pgid, signal, /): return None
def setsid(): return None
def system(command): return some("int")
def popen(cmd, mode="r", buffering=-1): return object_of("os._wrap_close")
def fork(): return some("int")
def _exit(status): raise SystemExit(status)
def abort(): raise SystemExit(1)
def execv(path, argv, /): raise SystemExit(0)
def execvp(file, args): raise SystemExit(0)
def execve(path, argv, env): raise SystemExit(0)
def fspath(path): return some("str")
def fsencode(filename): return some("bytes")
def fsdecode(filename): return some("str")
def uname(): return object_of("os.uname_result")
def getpgid(pid): return some("int")
def get_terminal_size(fd=1, /): return object_of("os.terminal_size")
def get_exec_path(env=None): return list_of(some("str"))
def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None): return None
def __getattr__(name): return external("os." + name)
