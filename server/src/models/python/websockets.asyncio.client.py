"""The clients of websockets.asyncio."""
from websockets.client import ClientConnection, connect, unix_connect
