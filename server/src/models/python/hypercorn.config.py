"""The configuration of hypercorn: attributes are set on it."""
from __wiretrace__ import unknown


class Config:
    def __init__(self): pass
    @classmethod
    def from_mapping(cls, mapping=None, **kwargs): return cls()
    @classmethod
    def from_toml(cls, filename): return cls()
    def __getattr__(self, name): return unknown("a setting of the server")
