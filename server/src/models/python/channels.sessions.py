"""Sessions around an application."""


def SessionMiddlewareStack(inner): return inner
def SessionMiddleware(inner): return inner
def CookieMiddleware(inner): return inner
