"""Authentication around an application."""


def AuthMiddlewareStack(inner): return inner
def AuthMiddleware(inner): return inner
