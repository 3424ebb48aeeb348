"""Exceptions of FastAPI."""
from __wiretrace__ import unknown
from _external import external
from starlette.exceptions import HTTPException as _HTTPException, WebSocketException as _WebSocketException


class HTTPException(_HTTPException):
    def __init__(self, status_code, detail=None, headers=None): super().__init__(status_code, detail, headers)


class WebSocketException(_WebSocketException): pass
class FastAPIError(RuntimeError): pass


class ValidationException(Exception):
    def __init__(self, errors, **options): self._errors = errors
    def errors(self): return unknown("the errors of a validation")


class RequestValidationError(ValidationException):
    def __init__(self, errors, *, body=None, **options):
        super().__init__(errors)
        self.body = body


class WebSocketRequestValidationError(ValidationException): pass
class ResponseValidationError(ValidationException): pass
def __getattr__(name): return external("fastapi.exceptions." + name)
