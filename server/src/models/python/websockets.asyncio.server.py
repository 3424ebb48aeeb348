"""The servers of websockets.asyncio."""
from websockets import broadcast
from websockets.server import Server, ServerConnection, basic_auth, serve, unix_serve
