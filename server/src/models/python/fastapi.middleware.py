"""Middleware is starlette's."""
from starlette.middleware import Middleware
