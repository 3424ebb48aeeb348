"""The classes behind fastapi.param_functions."""
from __wiretrace__ import external
from fastapi.param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security


class ParamTypes: pass
class Param: pass
def __getattr__(name): return external("fastapi.params." + name)
