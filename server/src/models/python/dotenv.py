"""dotenv: the run's environment already holds what the environment file assigns."""
from __wiretrace__ import environment_mapping, some, unknown, unknown_boolean


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"): return unknown_boolean("whether there is an environment file")
def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"): return environment_mapping()
def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False): return some("str")
def get_key(dotenv_path, key_to_get, encoding="utf-8"): return unknown("a setting of the environment file")
def set_key(dotenv_path, key_to_set, value_to_set, quote_mode="always", export=False, encoding="utf-8", follow_symlinks=False): return (True, key_to_set, value_to_set)
def unset_key(dotenv_path, key_to_unset, quote_mode="always", encoding="utf-8", follow_symlinks=False): return (True, key_to_unset)
def load_ipython_extension(ipython): return None
