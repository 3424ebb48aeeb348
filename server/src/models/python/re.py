"""Regular expressions are not computed: a match or None, open. A text that cannot match stays as it is."""
from __wiretrace__ import cannot_match, is_callable, some, unknown, unknown_boolean
from _open_containers import list_of, dict_of


class Pattern:
    flags = some("int")
    groups = some("int")
    groupindex = dict_of(some("str"), unknown("the number of a group"))
    def __init__(self, pattern): self.pattern = pattern
    def __class_getitem__(cls, item): return cls
    def search(self, string, pos=0, endpos=9223372036854775807): return search(self.pattern, string)
    def match(self, string, pos=0, endpos=9223372036854775807): return search(self.pattern, string)
    def fullmatch(self, string, pos=0, endpos=9223372036854775807): return search(self.pattern, string)
    def split(self, string, maxsplit=0): return split(self.pattern, string)
    def findall(self, string, pos=0, endpos=9223372036854775807): return findall(self.pattern, string)
    def finditer(self, string, pos=0, endpos=9223372036854775807): return finditer(self.pattern, string)
    def sub(self, repl, string, count=0): return sub(self.pattern, repl, string)
    def subn(self, repl, string, count=0): return (sub(self.pattern, repl, string), some("int"))


class Match:
    string = some("str")
    re = Pattern("")
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


def compile(pattern, flags=0): return pattern if isinstance(pattern, Pattern) else Pattern(pattern)
def search(pattern, string, flags=0): return None if cannot_match(_text(pattern), string) else _match()
def match(pattern, string, flags=0): return search(pattern, string)
def fullmatch(pattern, string, flags=0): return search(pattern, string)
def sub(pattern, repl, string, count=0, flags=0):
    if cannot_match(_text(pattern), string):
        return string
    if is_callable(repl):
        repl(Match())
    return some("str")
def subn(pattern, repl, string, count=0, flags=0): return (sub(pattern, repl, string), some("int"))
def split(pattern, string, maxsplit=0, flags=0): return [string] if cannot_match(_text(pattern), string) else list_of(some("str"))
def findall(pattern, string, flags=0): return [] if cannot_match(_text(pattern), string) else list_of(unknown("a match"))
def finditer(pattern, string, flags=0): return [] if cannot_match(_text(pattern), string) else list_of(Match())
def escape(pattern): return some("str")
def purge(): return None
def _text(pattern): return pattern.pattern if isinstance(pattern, Pattern) else pattern
