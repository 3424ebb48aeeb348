"""Settings: a field that is not given comes from the environment."""
from __wiretrace__ import bind_settings, get_attribute, type_of
from pydantic.main import BaseModel


class BaseSettings(BaseModel):
    def __init__(self, **values):
        bind_settings(self, values, _prefix(type_of(self)))
        self.model_post_init(None)


def _prefix(cls):
    """What the variables of these settings begin with (env_prefix of model_config or of the inner class Config)."""
    prefix = cls.model_config.get("env_prefix", None)
    if prefix is None:
        prefix = get_attribute(get_attribute(cls, "Config", None), "env_prefix", "")
    return prefix
