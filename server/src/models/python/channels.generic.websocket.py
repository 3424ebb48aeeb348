"""Consumers: their methods answer connections and messages."""
from __wiretrace__ import attributes_of, kind_of, make_class_method, object_of, per_request, string_operation, unknown


class _Consumer:
    scope = unknown("the scope of a connection")
    channel_name = unknown("the name of a channel")
    channel_layer = object_of("channels.layers.BaseChannelLayer")
    groups = None
    def __init__(self, *args, **kwargs): pass
    @make_class_method
    def as_asgi(cls, **initkwargs):
        consumer = cls()
        for base in cls.__mro__:
            if base.__module__ == "channels.generic.websocket":
                break
            for name, value in attributes_of(base).items():
                if kind_of(value) == "function" or kind_of(value) == "coroutine function":
                    if not string_operation("startswith", name, "_"):
                        per_request(getattr(consumer, name), "websocket")
        async def application(scope, receive, send):
            return None
        return application


class WebsocketConsumer(_Consumer):
    def connect(self): return None
    def receive(self, text_data=None, bytes_data=None): return None
    def disconnect(self, code): return None
    def accept(self, subprotocol=None, headers=None): return None
    def send(self, text_data=None, bytes_data=None, close=False): return None
    def close(self, code=None, reason=None): return None


class JsonWebsocketConsumer(WebsocketConsumer):
    def receive_json(self, content, **kwargs): return None
    def send_json(self, content, close=False): return None


class AsyncWebsocketConsumer(_Consumer):
    async def connect(self): return None
    async def receive(self, text_data=None, bytes_data=None): return None
    async def disconnect(self, code): return None
    async def accept(self, subprotocol=None, headers=None): return None
    async def send(self, text_data=None, bytes_data=None, close=False): return None
    async def close(self, code=None, reason=None): return None


class AsyncJsonWebsocketConsumer(AsyncWebsocketConsumer):
    async def receive_json(self, content, **kwargs): return None
    async def send_json(self, content, close=False): return None
