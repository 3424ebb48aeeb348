"""pika: the callback of a consumer runs per message; consuming blocks."""
from __wiretrace__ import object_of, per_request, serving_point, unknown
from _external import external


class _Channel:
    def basic_consume(self, queue, on_message_callback=None, auto_ack=False, **kwargs):
        if on_message_callback is not None:
            per_request(on_message_callback, "event")
        return unknown("the tag of a consumer")
    def start_consuming(self): serving_point()
    def stop_consuming(self, consumer_tag=None): return None
    def queue_declare(self, queue, **kwargs): return object_of("pika.frame.Method")
    def exchange_declare(self, exchange, **kwargs): return object_of("pika.frame.Method")
    def basic_publish(self, exchange, routing_key, body, **kwargs): return None
    def __getattr__(self, name): return unknown("a method of a channel")


class BlockingConnection:
    is_open = unknown("whether the connection is open")
    is_closed = unknown("whether the connection is closed")
    def __init__(self, parameters=None): pass
    def channel(self, channel_number=None): return _Channel()
    def close(self, *args): return None
    def __enter__(self): return self
    def __exit__(self, exc_type, exc_val, exc_tb): return None
    def __getattr__(self, name): return unknown("a method of a connection")


def __getattr__(name): return external("pika." + name)
