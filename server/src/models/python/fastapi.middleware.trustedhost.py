"""TrustedHostMiddleware is starlette's."""
from starlette.middleware.trustedhost import TrustedHostMiddleware
