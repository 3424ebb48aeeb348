"""Requests are starlette's."""
from starlette.requests import HTTPConnection, Request
