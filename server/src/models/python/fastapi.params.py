"""The classes behind fastapi.param_functions."""
from _external import external
from fastapi.param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security


class ParamTypes: pass
class Param: pass
def __getattr__(name): return external("fastapi.params." + name)
