"""Time."""
from __wiretrace__ import object_of, some
from _external import external

timezone = some("int")
altzone = some("int")
daylight = some("int")
tzname = (some("str"), some("str"))
struct_time = object_of("time.struct_time")
CLOCK_MONOTONIC = 1
CLOCK_REALTIME = 0


def time(): return some("float")
def time_ns(): return some("int")
def monotonic(): return some("float")
def monotonic_ns(): return some("int")
def perf_counter(): return some("float")
def perf_counter_ns(): return some("int")
def process_time(): return some("float")
def process_time_ns(): return some("int")
def thread_time(): return some("float")
def sleep(seconds, /): return None
def ctime(seconds=None, /): return some("str")
def asctime(tuple=None, /): return some("str")
def strftime(format, tuple=None, /): return some("str")
def strptime(string, format="", /): return object_of("time.struct_time")
def gmtime(seconds=None, /): return object_of("time.struct_time")
def localtime(seconds=None, /): return object_of("time.struct_time")
def mktime(tuple, /): return some("float")
def tzset(): return None
def get_clock_info(name, /): return object_of("types.SimpleNamespace")
def __getattr__(name): return external("time." + name)
