"""The older servers of websockets."""
from websockets.server import WebSocketServer, WebSocketServerProtocol, serve, unix_serve
