"""The classes behind fastapi.param_functions."""
from __wiretrace__ import unknown
from fastapi.param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security


class ParamTypes: pass
class Param: pass
def __getattr__(name): return unknown("a name of fastapi.params that is not modelled")
