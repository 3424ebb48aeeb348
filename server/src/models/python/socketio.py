"""python-socketio: handlers are roots of the request phase; background tasks run later."""
from __wiretrace__ import (attributes_of, later, object_of, per_request, serving_point, some, string_operation, type_of, unknown,
    unknown_boolean)
from _external import external
from _open_containers import list_of, dict_of
from socketio.exceptions import ConnectionError, ConnectionRefusedError, SocketIOError, TimeoutError
from socketio.asgi import ASGIApp, WSGIApp, Middleware


def _root(function):
    per_request(function, "event")
    return function


def _register_methods(namespace):
    """Methods on_connect, on_message ... of a namespace are handlers."""
    for base in type_of(namespace).__mro__:
        for name in attributes_of(base).keys():
            if string_operation("startswith", name, "on_"):
                per_request(getattr(namespace, name), "event")


class _Events:
    def __init__(self, *args, **kwargs):
        self.eio = object_of("engineio.Server")
        self.manager = object_of("socketio.Manager")
        self.handlers = {}
        self.namespace_handlers = {}
        self.environ = {}
    def on(self, event, handler=None, namespace=None):
        if handler is not None:
            per_request(handler, "event")
            return None
        return _root
    def event(self, *args, **kwargs):
        if args and callable(args[0]):
            return _root(args[0])
        return _root
    def register_namespace(self, namespace_handler):
        namespace_handler._set_server(self)
        self.namespace_handlers[namespace_handler.namespace] = namespace_handler
        _register_methods(namespace_handler)
    def attach(self, app, socketio_path="socket.io"): return None
    def instrument(self, *args, **kwargs): return object_of("socketio.Admin")
    def transport(self, sid=None, namespace=None): return some("str")
    def rooms(self, sid, namespace=None): return list_of(unknown("an element of a list"))
    def get_environ(self, sid, namespace=None): return unknown("the environment of a connection")
    def __getattr__(self, name): return unknown("a property of a socket server")


class Server(_Events):
    def emit(self, event, data=None, to=None, room=None, skip_sid=None, namespace=None, callback=None, ignore_queue=False): return None
    def send(self, data, to=None, room=None, skip_sid=None, namespace=None, callback=None, ignore_queue=False): return None
    def call(self, event, data=None, to=None, sid=None, namespace=None, timeout=60, ignore_queue=False): return unknown("what a client answers")
    def enter_room(self, sid, room, namespace=None): return None
    def leave_room(self, sid, room, namespace=None): return None
    def close_room(self, room, namespace=None): return None
    def get_session(self, sid, namespace=None): return dict_of(some("str"), unknown("a value of a mapping"))
    def save_session(self, sid, session, namespace=None): return None
    def session(self, sid, namespace=None): return object_of("socketio.Session")
    def disconnect(self, sid, namespace=None, ignore_queue=False): return None
    def handle_request(self, environ, start_response): return unknown("a response")
    def start_background_task(self, target, *args, **kwargs): return later(target, *args, **kwargs)
    def sleep(self, seconds=0): return None
    def shutdown(self): return None


class AsyncServer(_Events):
    async def emit(self, event, data=None, to=None, room=None, skip_sid=None, namespace=None, callback=None, ignore_queue=False): return None
    async def send(self, data, to=None, room=None, skip_sid=None, namespace=None, callback=None, ignore_queue=False): return None
    async def call(self, event, data=None, to=None, sid=None, namespace=None, timeout=60, ignore_queue=False): return unknown("what a client answers")
    async def enter_room(self, sid, room, namespace=None): return None
    async def leave_room(self, sid, room, namespace=None): return None
    async def close_room(self, room, namespace=None): return None
    async def get_session(self, sid, namespace=None): return dict_of(some("str"), unknown("a value of a mapping"))
    async def save_session(self, sid, session, namespace=None): return None
    def session(self, sid, namespace=None): return object_of("socketio.Session")
    async def disconnect(self, sid, namespace=None, ignore_queue=False): return None
    async def handle_request(self, *args, **kwargs): return unknown("a response")
    def start_background_task(self, target, *args, **kwargs): return later(target, *args, **kwargs)
    async def sleep(self, seconds=0): return None
    async def shutdown(self): return None


class _Namespace:
    def __init__(self, namespace=None):
        self.namespace = "/" if namespace is None else namespace
        self.server = None
        self.client = None
    def _set_server(self, server): self.server = server
    def _set_client(self, client): self.client = client
    def __getattr__(self, name): return unknown("a property of a namespace")


class Namespace(_Namespace):
    def emit(self, event, data=None, **kwargs): return None
    def send(self, data, **kwargs): return None
    def enter_room(self, sid, room, namespace=None): return None
    def leave_room(self, sid, room, namespace=None): return None


class AsyncNamespace(_Namespace):
    async def emit(self, event, data=None, **kwargs): return None
    async def send(self, data, **kwargs): return None
    async def enter_room(self, sid, room, namespace=None): return None
    async def leave_room(self, sid, room, namespace=None): return None


ClientNamespace = Namespace
AsyncClientNamespace = AsyncNamespace


class Client(_Events):
    connected = unknown_boolean("whether the client is connected")
    sid = unknown("the session of the client")
    def register_namespace(self, namespace_handler):
        namespace_handler._set_client(self)
        _register_methods(namespace_handler)
    def connect(self, url, **kwargs): return None
    def wait(self): serving_point()
    def emit(self, event, data=None, namespace=None, callback=None): return None
    def send(self, data, namespace=None, callback=None): return None
    def call(self, event, data=None, namespace=None, timeout=60): return unknown("what the server answers")
    def disconnect(self): return None
    def start_background_task(self, target, *args, **kwargs): return later(target, *args, **kwargs)
    def sleep(self, seconds=0): return None


class AsyncClient(_Events):
    connected = unknown_boolean("whether the client is connected")
    sid = unknown("the session of the client")
    def register_namespace(self, namespace_handler):
        namespace_handler._set_client(self)
        _register_methods(namespace_handler)
    async def connect(self, url, **kwargs): return None
    async def wait(self): serving_point()
    async def emit(self, event, data=None, namespace=None, callback=None): return None
    async def send(self, data, namespace=None, callback=None): return None
    async def call(self, event, data=None, namespace=None, timeout=60): return unknown("what the server answers")
    async def disconnect(self): return None
    def start_background_task(self, target, *args, **kwargs): return later(target, *args, **kwargs)
    async def sleep(self, seconds=0): return None


def _manager(*args, **kwargs): return object_of("socketio.Manager")
AsyncManager = AsyncRedisManager = AsyncAioPikaManager = RedisManager = KombuManager = KafkaManager = Manager = PubSubManager = _manager
def __getattr__(name): return external("socketio." + name)
