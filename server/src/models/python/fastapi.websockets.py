"""WebSockets are starlette's."""
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
