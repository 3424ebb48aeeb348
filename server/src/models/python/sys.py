"""The interpreter."""
from __wiretrace__ import imported_modules, object_of, some, unknown
from _external import external
from _open_containers import dict_of

path = [""]
argv = [some("str")]
orig_argv = [some("str")]
path_hooks = []
meta_path = []
path_importer_cache = {}
builtin_module_names = some("tuple")
stdlib_module_names = some("frozenset")
warnoptions = []
platform = some("str")
executable = some("str")
prefix = some("str")
base_prefix = some("str")
exec_prefix = some("str")
base_exec_prefix = some("str")
version = some("str")
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
hexversion = some("int")
api_version = some("int")
dont_write_bytecode = False
version_info = object_of("sys.version_info")
implementation = object_of("sys.implementation")
flags = object_of("sys.flags")
float_info = object_of("sys.float_info")
stdin = object_of("io.TextIOWrapper")
stdout = object_of("io.TextIOWrapper")
stderr = object_of("io.TextIOWrapper")
__stdin__ = stdin
__stdout__ = stdout
__stderr__ = stderr
excepthook = object_of("function")
__excepthook__ = excepthook


def exit(status=None, /): raise SystemExit(status)
def exc_info(): return (unknown("the type of the error that is handled"), unknown("the error that is handled"), unknown("its traceback"))
def exception(): return unknown("the error that is handled")
def getrecursionlimit(): return some("int")
def setrecursionlimit(limit, /): return None
def getsizeof(object, default=0): return some("int")
def getrefcount(object, /): return some("int")
def gettrace(): return None
def settrace(function, /): return None
def getprofile(): return None
def setprofile(function, /): return None
def getdefaultencoding(): return "utf-8"
def getfilesystemencoding(): return "utf-8"
def intern(string, /): return string
def is_finalizing(): return False
def displayhook(object, /): return None
def breakpointhook(*args, **kws): return None
def audit(event, /, *args): return None
def addaudithook(hook): return None
def setswitchinterval(interval, /): return None
def getswitchinterval(): return some("float")
def _getframe(depth=0, /): return object_of("types.FrameType")
def _current_frames(): return dict_of(some("str"), unknown("a value of a mapping"))


def __getattr__(name):
    if name == "modules":
        return imported_modules()
    if name == "frozen" or name == "_MEIPASS" or name == "real_prefix" or name == "ps1":
        raise AttributeError(name)
    return external("sys." + name)
