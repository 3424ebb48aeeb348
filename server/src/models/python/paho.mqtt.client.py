"""MQTT: the callbacks that are set on a client run per message; loop_forever() blocks."""
from __wiretrace__ import has_attribute, object_of, per_request, serving_point, some, unknown
from _external import external

MQTT_ERR_SUCCESS = 0
MQTTv311 = 4
MQTTv5 = 5


class Client:
    def __init__(self, *args, **kwargs): pass
    def _start(self):
        for name in ("on_connect", "on_disconnect", "on_message", "on_publish", "on_subscribe", "on_log"):
            if has_attribute(self, name):
                per_request(getattr(self, name), "event")
    def connect(self, host, port=1883, keepalive=60, *args, **kwargs): return 0
    def connect_async(self, host, port=1883, keepalive=60, *args, **kwargs): return None
    def reconnect(self): return 0
    def disconnect(self, *args, **kwargs): return 0
    def loop(self, timeout=1.0, max_packets=1): return self._start()
    def loop_start(self): return self._start()
    def loop_stop(self, force=False): return None
    def loop_forever(self, *args, **kwargs):
        self._start()
        serving_point()
    def subscribe(self, topic, qos=0, *args, **kwargs): return (0, some("int"))
    def unsubscribe(self, topic, *args): return (0, some("int"))
    def publish(self, topic, payload=None, qos=0, retain=False, *args): return object_of("paho.mqtt.client.MQTTMessageInfo")
    def message_callback_add(self, sub, callback): per_request(callback, "event")
    def username_pw_set(self, username, password=None): return None
    def tls_set(self, *args, **kwargs): return None
    def user_data_set(self, userdata): return None
    def will_set(self, topic, payload=None, qos=0, retain=False): return None
    def reconnect_delay_set(self, min_delay=1, max_delay=120): return None
    def enable_logger(self, logger=None): return None
    def is_connected(self): return unknown("whether the client is connected")


def __getattr__(name): return external("paho.mqtt.client." + name)
