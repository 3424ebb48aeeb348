"""pydantic_settings: the settings of pydantic 2."""
from __wiretrace__ import unknown
from pydantic.env_settings import BaseSettings


class SettingsConfigDict(dict): pass
def __getattr__(name): return unknown("a name of pydantic_settings that is not modelled")
