"""JSON: text is text, what is read could be anything."""
from __wiretrace__ import some, unknown


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos


class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None): pass
    def default(self, o): raise TypeError(o)
    def encode(self, o): return some("str")
    def iterencode(self, o, _one_shot=False): return [some("str")]


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None): pass
    def decode(self, s, _w=None): return unknown("what is read from JSON")
    def raw_decode(self, s, idx=0): return (unknown("what is read from JSON"), some("int"))


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
        sort_keys=False, **kw): return some("str")
def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
        sort_keys=False, **kw): return None
def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw): return unknown("what is read from JSON")
def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw): return unknown("what is read from JSON")
