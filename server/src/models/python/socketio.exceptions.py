"""Errors of python-socketio."""


class SocketIOError(Exception): pass
class ConnectionError(SocketIOError): pass
class ConnectionRefusedError(ConnectionError): pass
class TimeoutError(SocketIOError): pass
class BadNamespaceError(SocketIOError): pass
class DisconnectedError(SocketIOError): pass
