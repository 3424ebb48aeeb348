"""pydantic_settings: the settings of pydantic 2."""
from _external import external
from pydantic.env_settings import BaseSettings


def SettingsConfigDict(**kwargs): return kwargs
def __getattr__(name): return external("pydantic_settings." + name)
