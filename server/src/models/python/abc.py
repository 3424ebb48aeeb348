"""Abstract base classes. That an abstract class cannot be instantiated is not checked here."""


class ABCMeta(type):
    def register(cls, subclass): return subclass


class ABC:
    pass


def abstractmethod(funcobj): return funcobj
abstractclassmethod = classmethod
abstractstaticmethod = staticmethod
abstractproperty = property
def get_cache_token(): return object()
def update_abstractmethods(cls): return cls
