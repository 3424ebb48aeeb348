"""GZipMiddleware is starlette's."""
from starlette.middleware.gzip import GZipMiddleware
