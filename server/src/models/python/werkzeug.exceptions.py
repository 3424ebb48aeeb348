"""Errors that become responses."""
from __wiretrace__ import some, unknown
from _external import external


class HTTPException(Exception):
    code = unknown("the status of the response")
    description = unknown("the text of the response")
    name = some("str")
    def __init__(self, description=None, response=None):
        self.description = description
        self.response = response
    def get_response(self, environ=None, scope=None): return unknown("a response")


class BadRequest(HTTPException): pass
class Unauthorized(HTTPException): pass
class Forbidden(HTTPException): pass
class NotFound(HTTPException): pass
class MethodNotAllowed(HTTPException): pass
class Conflict(HTTPException): pass
class TooManyRequests(HTTPException): pass
class UnprocessableEntity(HTTPException): pass
class InternalServerError(HTTPException): pass
class ServiceUnavailable(HTTPException): pass
def abort(status, *args, **kwargs): raise HTTPException(status)
def __getattr__(name): return external("werkzeug.exceptions." + name)
