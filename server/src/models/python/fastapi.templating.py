"""Jinja2Templates is starlette's."""
from starlette.templating import Jinja2Templates
