"""StaticFiles is starlette's."""
from starlette.staticfiles import StaticFiles
