"""What Flask applications and blueprints share."""
from __wiretrace__ import per_request, sequence_add, unknown, unknown_boolean

_applications = []


def _application():
    """The application in whose context the code runs: the only one there is, or any of them."""
    found = None
    for application in _applications:
        if found is None or unknown_boolean("which application is the current one"):
            found = application
    return unknown("the current application") if found is None else found


def _root(owner, kind="http"):
    def register(function):
        per_request(function, kind, owner)
        return function
    return register


class Scaffold:
    def route(self, rule, **options): return _root(self)
    def get(self, rule, **options): return _root(self)
    def post(self, rule, **options): return _root(self)
    def put(self, rule, **options): return _root(self)
    def delete(self, rule, **options): return _root(self)
    def patch(self, rule, **options): return _root(self)
    def websocket(self, rule, **options): return _root(self, "websocket")
    def endpoint(self, endpoint): return _root(self)
    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        if view_func is not None:
            per_request(view_func, "http", self)
    def before_request(self, f): return _root(self)(f)
    def after_request(self, f): return _root(self)(f)
    def teardown_request(self, f): return _root(self)(f)
    def before_first_request(self, f): return _root(self)(f)
    def before_app_request(self, f): return _root(self)(f)
    def after_app_request(self, f): return _root(self)(f)
    def before_app_first_request(self, f): return _root(self)(f)
    def teardown_app_request(self, f): return _root(self)(f)
    def teardown_appcontext(self, f): return _root(self)(f)
    def before_websocket(self, f): return _root(self, "websocket")(f)
    def after_websocket(self, f): return _root(self, "websocket")(f)
    def context_processor(self, f): return _root(self)(f)
    def app_context_processor(self, f): return _root(self)(f)
    def url_value_preprocessor(self, f): return _root(self)(f)
    def url_defaults(self, f): return _root(self)(f)
    def shell_context_processor(self, f): return f
    def errorhandler(self, code_or_exception): return _root(self)
    def app_errorhandler(self, code): return _root(self)
    def register_error_handler(self, code_or_exception, f): per_request(f, "http", self)
    def template_filter(self, name=None): return _named
    def template_global(self, name=None): return _named
    def template_test(self, name=None): return _named
    def app_template_filter(self, name=None): return _named
    def app_template_global(self, name=None): return _named


def _named(function): return function


class BlueprintSetupState:
    def __init__(self, blueprint, app, options, first_registration):
        self.app = app
        self.blueprint = blueprint
        self.options = options
        self.first_registration = first_registration
        self.url_prefix = options.get("url_prefix")
    def add_url_rule(self, rule, endpoint=None, view_func=None, **options): self.app.add_url_rule(rule, endpoint, view_func)


class Blueprint(Scaffold):
    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None, subdomain=None,
            url_defaults=None, root_path=None, cli_group=None):
        self.name = name
        self.import_name = import_name
        self.url_prefix = url_prefix
        self.deferred_functions = []
        self._blueprints = []
    def record(self, func): sequence_add(self.deferred_functions, func)
    def record_once(self, func): sequence_add(self.deferred_functions, func)
    def register_blueprint(self, blueprint, **options): sequence_add(self._blueprints, blueprint)
    def register(self, app, options):
        state = BlueprintSetupState(self, app, options, True)
        for function in self.deferred_functions:
            function(state)
        for blueprint in self._blueprints:
            blueprint.register(app, {})
    def __getattr__(self, name): return unknown("a property of a blueprint")
