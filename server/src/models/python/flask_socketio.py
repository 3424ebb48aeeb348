"""Flask-SocketIO: handlers are roots of the request phase; background tasks run later; run() serves."""
from __wiretrace__ import attributes_of, later, object_of, per_request, serve, string_operation, type_of, unknown
from _open_containers import list_of


class Namespace:
    def __init__(self, namespace=None): self.namespace = namespace
    def emit(self, event, *args, **kwargs): return None
    def send(self, data, *args, **kwargs): return None
    def close_room(self, room, namespace=None): return None
    def enter_room(self, sid, room, namespace=None): return None
    def leave_room(self, sid, room, namespace=None): return None


def _handlers(namespace):
    """Methods on_connect, on_message ... of a namespace are handlers."""
    for base in type_of(namespace).__mro__:
        for name in attributes_of(base).keys():
            if string_operation("startswith", name, "on_"):
                per_request(getattr(namespace, name), "event")


def _root(function):
    per_request(function, "event")
    return function


class SocketIO:
    def __init__(self, app=None, **kwargs):
        self.server = object_of("socketio.Server")
        self.app = app
        self.sockio_mw = None
        self.handlers = []
        if app is not None:
            self.init_app(app, **kwargs)
    def init_app(self, app, **kwargs):
        self.app = app
        if app is not None:
            app.extensions["socketio"] = self
    def on(self, message, namespace=None): return _root
    def event(self, *args, **kwargs):
        if args:
            return _root(args[0])
        return _root
    def on_event(self, message, handler, namespace=None): per_request(handler, "event")
    def on_error(self, namespace=None): return _root
    def on_error_default(self, exception_handler): return _root(exception_handler)
    def on_namespace(self, namespace_handler): _handlers(namespace_handler)
    def emit(self, event, *args, **kwargs): return None
    def send(self, data, json=False, namespace=None, to=None, callback=None, include_self=True, skip_sid=None, **kwargs): return None
    def call(self, event, *args, **kwargs): return unknown("what a client answers")
    def close_room(self, room, namespace=None): return None
    def run(self, app, host=None, port=None, **kwargs): serve(app)
    def stop(self): return None
    def start_background_task(self, target, *args, **kwargs): return later(target, *args, **kwargs)
    def sleep(self, seconds=0): return None
    def test_client(self, app, **kwargs): return object_of("flask_socketio.SocketIOTestClient")
    def __getattr__(self, name): return unknown("a property of SocketIO")


def emit(event, *args, **kwargs): return None
def send(message, **kwargs): return None
def call(event, *args, **kwargs): return unknown("what a client answers")
def join_room(room, sid=None, namespace=None): return None
def leave_room(room, sid=None, namespace=None): return None
def close_room(room, namespace=None): return None
def rooms(sid=None, namespace=None): return list_of(unknown("an element of a list"))
def disconnect(sid=None, namespace=None, silent=False): return None
class ConnectionRefusedError(Exception): pass
SocketIOTestClient = object_of("flask_socketio.SocketIOTestClient")
