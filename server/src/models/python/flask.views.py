"""Class based views: the methods of the class answer requests."""
from __wiretrace__ import has_attribute, make_class_method


class View:
    methods = None
    init_every_request = True
    @make_class_method
    def as_view(cls, name, *class_args, **class_kwargs):
        def view(**kwargs):
            return cls(*class_args, **class_kwargs).dispatch_request(**kwargs)
        view.view_class = cls
        return view


class MethodView(View):
    def dispatch_request(self, **kwargs):
        for name in ("get", "post", "put", "patch", "delete"):
            if has_attribute(self, name):
                getattr(self, name)(**kwargs)
