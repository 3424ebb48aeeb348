"""Constants of text, and templates."""
from __wiretrace__ import some

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = some("str")
printable = some("str")
whitespace = " \t\n\r\v\f"


class Template:
    def __init__(self, template): self.template = template
    def substitute(self, mapping={}, /, **kws): return some("str")
    def safe_substitute(self, mapping={}, /, **kws): return some("str")


class Formatter:
    def format(self, format_string, /, *args, **kwargs): return some("str")
    def vformat(self, format_string, args, kwargs): return some("str")


def capwords(s, sep=None): return some("str")
