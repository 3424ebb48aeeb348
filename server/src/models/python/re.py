"""Regular expressions: a match or None, open."""
from __wiretrace__ import some, unknown, unknown_boolean
from _open_containers import list_of, dict_of


class Pattern:
    pattern = some("str")
    flags = some("int")
    groups = some("int")
    groupindex = dict_of(some("str"), unknown("a value of a mapping"))
    def __class_getitem__(cls, item): return cls
    def search(self, string, pos=0, endpos=9223372036854775807): return _match()
    def match(self, string, pos=0, endpos=9223372036854775807): return _match()
    def fullmatch(self, string, pos=0, endpos=9223372036854775807): return _match()
    def split(self, string, maxsplit=0): return list_of(some("str"))
    def findall(self, string, pos=0, endpos=9223372036854775807): return list_of(unknown("a match"))
    def finditer(self, string, pos=0, endpos=9223372036854775807): return list_of(Match())
    def sub(self, repl, string, count=0): return some("str")
    def subn(self, repl, string, count=0): return (some("str"), some("int"))


class Match:
    string = some("str")
    re = Pattern()
    pos = some("int")
    endpos = some("int")
    lastindex = unknown("a group")
    lastgroup = unknown("a group")
    def __class_getitem__(cls, item): return cls
    def __getitem__(self, key): return unknown("a group of a match")
    def group(self, *groups): return unknown("a group of a match")
    def groups(self, default=None): return some("tuple")
    def groupdict(self, default=None): return dict_of(some("str"), unknown("a value of a mapping"))
    def start(self, group=0, /): return some("int")
    def end(self, group=0, /): return some("int")
    def span(self, group=0, /): return (some("int"), some("int"))
    def expand(self, template): return some("str")


def _match(): return Match() if unknown_boolean("whether the text matches") else None


class PatternError(Exception): pass
error = PatternError


class RegexFlag:
    def __getattr__(self, name): return unknown("a flag")


NOFLAG = some("int")
A = ASCII = some("int")
I = IGNORECASE = some("int")
L = LOCALE = some("int")
U = UNICODE = some("int")
M = MULTILINE = some("int")
S = DOTALL = some("int")
X = VERBOSE = some("int")
DEBUG = some("int")


def compile(pattern, flags=0): return Pattern()
def match(pattern, string, flags=0): return _match()
def fullmatch(pattern, string, flags=0): return _match()
def search(pattern, string, flags=0): return _match()
def sub(pattern, repl, string, count=0, flags=0): return some("str")
def subn(pattern, repl, string, count=0, flags=0): return (some("str"), some("int"))
def split(pattern, string, maxsplit=0, flags=0): return list_of(some("str"))
def findall(pattern, string, flags=0): return list_of(unknown("a match"))
def finditer(pattern, string, flags=0): return list_of(Match())
def escape(pattern): return some("str")
def purge(): return None
