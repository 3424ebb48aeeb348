"""aiohttp: its server part stands in aiohttp.web."""
from _external import external


class ClientError(Exception): pass
class ClientConnectionError(ClientError): pass
class ClientConnectorError(ClientConnectionError): pass
class ClientResponseError(ClientError): pass
class ServerTimeoutError(ClientConnectionError, TimeoutError): pass
class ServerDisconnectedError(ClientConnectionError): pass


def __getattr__(name): return external("aiohttp." + name)
