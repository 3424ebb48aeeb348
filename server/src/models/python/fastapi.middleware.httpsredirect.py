"""HTTPSRedirectMiddleware is starlette's."""
from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware
