"""Streams: the callback of a server runs per connection."""
from __wiretrace__ import object_of, per_request, unknown
from asyncio.base_events import Server
from asyncio.protocols import Protocol


class StreamReader:
    def __init__(self, limit=65536, loop=None): pass
    def __getattr__(self, name): return unknown("a method of a stream")
class StreamWriter:
    def __init__(self, transport, protocol, reader, loop): pass
    def __getattr__(self, name): return unknown("a method of a stream")
class StreamReaderProtocol(Protocol):
    def __init__(self, stream_reader, client_connected_cb=None, loop=None): pass


async def open_connection(host=None, port=None, *, limit=65536, **kwds): return (object_of("asyncio.StreamReader"), object_of("asyncio.StreamWriter"))
async def open_unix_connection(path=None, *, limit=65536, **kwds): return (object_of("asyncio.StreamReader"), object_of("asyncio.StreamWriter"))
async def start_server(client_connected_cb, host=None, port=None, *, limit=65536, **kwds):
    per_request(client_connected_cb, "event")
    return Server()
async def start_unix_server(client_connected_cb, path=None, *, limit=65536, **kwds):
    per_request(client_connected_cb, "event")
    return Server()
