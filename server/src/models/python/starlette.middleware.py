"""A middleware class with the arguments that it is made with when serving starts."""


class Middleware:
    def __init__(self, cls, *args, **kwargs):
        self.cls = cls
        self.args = args
        self.kwargs = kwargs
        self.options = kwargs
