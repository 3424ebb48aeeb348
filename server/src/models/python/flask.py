"""Flask: views, hooks and error handlers are roots of the request phase; the configuration and the extensions are dicts."""
from __wiretrace__ import get_attribute, object_of, serve, serving_point, unknown
from _external import external
from _flask_config import Config
from _flask_scaffold import Blueprint, Scaffold, _applications, _application
from _flask_responses import (Response, abort, flash, get_flashed_messages, jsonify, make_response, redirect, render_template,
    render_template_string, send_file, send_from_directory, stream_template, stream_with_context, url_for)


class Flask(Scaffold):
    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None, host_matching=False, subdomain_matching=False,
            template_folder="templates", instance_path=None, instance_relative_config=False, root_path=None):
        self.import_name = import_name
        self.name = import_name
        self.config = Config(root_path)
        self.extensions = {}
        self.blueprints = {}
        self.url_map = object_of("werkzeug.routing.Map")
        self.jinja_env = object_of("jinja2.Environment")
        self.logger = object_of("logging.Logger")
        self.json = object_of("flask.json.provider.DefaultJSONProvider")
        self.view_functions = {}
        self.debug = unknown("whether the application debugs")
        self.testing = False
        self.secret_key = unknown("the secret key")
        self.wsgi_app = self
        self.cli = _Commands()
        _applications.append(self)
    def register_blueprint(self, blueprint, **options):
        self.blueprints[blueprint.name] = blueprint
        blueprint.register(self, options)
    def app_context(self): return _AppContext(self)
    def request_context(self, environ): return _AppContext(self)
    def test_request_context(self, *args, **kwargs): return _AppContext(self)
    def test_client(self, use_cookies=True, **kwargs): return object_of("flask.testing.FlaskClient")
    def test_cli_runner(self, **kwargs): return object_of("flask.testing.FlaskCliRunner")
    def run(self, host=None, port=None, debug=None, load_dotenv=True, **options): serve(self)
    def __call__(self, environ, start_response): return unknown("a response")
    def __serve__(self): serving_point()
    def iter_blueprints(self): return self.blueprints.values()
    def ensure_sync(self, func): return func
    def __getattr__(self, name): return unknown("a property of the application")


class _AppContext:
    def __init__(self, app): self.app = app
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_value, tb): return None
    def push(self): return None
    def pop(self, exc=None): return None


class _Commands:
    """Commands of the command line: none of them runs when the application serves."""
    def command(self, *args, **kwargs): return _same
    def group(self, *args, **kwargs): return _same
    def add_command(self, cmd, name=None): return None


def _same(function): return function


class _CurrentApp:
    def _get_current_object(self): return _application()
    def __getattr__(self, name): return get_attribute(_application(), name)


current_app = _CurrentApp()
g = object_of("flask.g")
request = object_of("flask.Request")
session = object_of("flask.session")
Request = object_of("flask.Request")
__version__ = "0"


def has_request_context(): return unknown("whether a request is handled")
def has_app_context(): return unknown("whether there is a context of the application")
def copy_current_request_context(f): return f
def after_this_request(f): return f
def __getattr__(name): return external("flask." + name)
