"""Functions that run when the process ends: after startup and serving."""


def register(func, /, *args, **kwargs): return func
def unregister(func, /): return None
