"""Digests."""
from __wiretrace__ import some
from _external import external


class _Hash:
    name = some("str")
    digest_size = some("int")
    block_size = some("int")
    def update(self, obj, /): return None
    def digest(self): return some("bytes")
    def hexdigest(self): return some("str")
    def copy(self): return self


def new(name, data=b"", **kwargs): return _Hash()
def md5(string=b"", *, usedforsecurity=True): return _Hash()
def sha1(string=b"", *, usedforsecurity=True): return _Hash()
def sha224(string=b"", *, usedforsecurity=True): return _Hash()
def sha256(string=b"", *, usedforsecurity=True): return _Hash()
def sha384(string=b"", *, usedforsecurity=True): return _Hash()
def sha512(string=b"", *, usedforsecurity=True): return _Hash()
def __getattr__(name): return external("hashlib." + name)
