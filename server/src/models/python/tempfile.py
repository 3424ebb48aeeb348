"""Files for a while."""
from __wiretrace__ import some
from io import TextIOWrapper
tempdir = None


class TemporaryDirectory:
    name = some("str")
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True): pass
    def __enter__(self): return self.name
    def __exit__(self, exc, value, tb): return None
    def cleanup(self): return None


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True): return TextIOWrapper(None)
def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None): return TextIOWrapper(None)
def SpooledTemporaryFile(max_size=0, mode="w+b", **options): return TextIOWrapper(None)
def gettempdir(): return some("str")
def mkdtemp(suffix=None, prefix=None, dir=None): return some("str")
def mkstemp(suffix=None, prefix=None, dir=None, text=False): return (some("int"), some("str"))
def gettempprefix(): return "tmp"
