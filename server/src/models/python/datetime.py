"""Dates and times: objects that are there, of which nothing more is known."""
from __wiretrace__ import allocate, make_class_method, some, unknown

MINYEAR = 1
MAXYEAR = 9999


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0): pass
    days = some("int")
    seconds = some("int")
    microseconds = some("int")
    def total_seconds(self): return some("float")


class tzinfo:
    def utcoffset(self, dt): return unknown("an offset")
    def tzname(self, dt): return unknown("a name of a time zone")
    def dst(self, dt): return unknown("an offset")


class timezone(tzinfo):
    def __init__(self, offset, name=None): pass


class _Moment:
    year = some("int")
    month = some("int")
    day = some("int")
    hour = some("int")
    minute = some("int")
    second = some("int")
    microsecond = some("int")
    tzinfo = unknown("a time zone")
    fold = 0
    def isoformat(self, *args, **kwargs): return some("str")
    def strftime(self, format): return some("str")
    def ctime(self): return some("str")
    def timestamp(self): return some("float")
    def weekday(self): return some("int")
    def isoweekday(self): return some("int")
    def isocalendar(self): return (some("int"), some("int"), some("int"))
    def timetuple(self): return some("struct_time")
    def utctimetuple(self): return some("struct_time")
    def toordinal(self): return some("int")
    def utcoffset(self): return unknown("an offset")
    def tzname(self): return unknown("a name of a time zone")
    def dst(self): return unknown("an offset")
    def replace(self, *args, **kwargs): return self
    def astimezone(self, tz=None): return self
    def date(self): return date(1, 1, 1)
    def time(self): return time()
    def timetz(self): return time()


class date(_Moment):
    def __init__(self, year, month, day): pass
    @make_class_method
    def today(cls): return allocate(cls)
    @make_class_method
    def fromtimestamp(cls, timestamp, /): return allocate(cls)
    @make_class_method
    def fromisoformat(cls, string, /): return allocate(cls)
    @make_class_method
    def fromordinal(cls, ordinal, /): return allocate(cls)
    @make_class_method
    def fromisocalendar(cls, year, week, day): return allocate(cls)
    @make_class_method
    def strptime(cls, string, format, /): return allocate(cls)


class time(_Moment):
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0): pass
    @make_class_method
    def fromisoformat(cls, string, /): return allocate(cls)


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0): pass
    @make_class_method
    def now(cls, tz=None): return allocate(cls)
    @make_class_method
    def utcnow(cls): return allocate(cls)
    @make_class_method
    def fromtimestamp(cls, timestamp, tz=None): return allocate(cls)
    @make_class_method
    def utcfromtimestamp(cls, timestamp, /): return allocate(cls)
    @make_class_method
    def combine(cls, date, time, tzinfo=None): return allocate(cls)


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc
