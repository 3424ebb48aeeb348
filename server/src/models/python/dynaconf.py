"""Dynaconf: settings from files and the environment, which are not read."""
from __wiretrace__ import unknown


class Dynaconf:
    def __init__(self, **options): pass
    def get(self, key, default=None, **options): return unknown("a setting")
    def __getitem__(self, key): return unknown("a setting")
    def __getattr__(self, name): return unknown("a setting")


LazySettings = Dynaconf
settings = Dynaconf()
def Validator(*names, **options): return unknown("a check of settings")
