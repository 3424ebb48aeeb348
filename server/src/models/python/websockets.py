"""websockets: the handler of a server runs per connection."""
from _external import external
from websockets.exceptions import (ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, InvalidHandshake, InvalidStatus, InvalidStatusCode,
    InvalidURI, WebSocketException)
from websockets.server import WebSocketServer, WebSocketServerProtocol, serve, unix_serve
from websockets.client import ClientProtocol, WebSocketClientProtocol, connect, unix_connect
import websockets.exceptions

__version__ = "0"


def broadcast(websockets, message, raise_exceptions=False): return None
def __getattr__(name): return external("websockets." + name)
