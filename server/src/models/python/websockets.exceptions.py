"""Errors of websockets."""
from __wiretrace__ import unknown


class WebSocketException(Exception): pass


class ConnectionClosed(WebSocketException):
    code = unknown("why the connection was closed")
    reason = unknown("why the connection was closed")
    rcvd = unknown("why the connection was closed")
    sent = unknown("why the connection was closed")


class ConnectionClosedError(ConnectionClosed): pass
class ConnectionClosedOK(ConnectionClosed): pass
class InvalidURI(WebSocketException): pass
class InvalidHandshake(WebSocketException): pass
class InvalidMessage(InvalidHandshake): pass
class InvalidHeader(InvalidHandshake): pass
class InvalidOrigin(InvalidHeader): pass
class InvalidUpgrade(InvalidHeader): pass
class InvalidStatus(InvalidHandshake): pass
class InvalidStatusCode(InvalidHandshake): pass
class NegotiationError(InvalidHandshake): pass
class AbortHandshake(InvalidHandshake): pass
class ProtocolError(WebSocketException): pass
class PayloadTooBig(WebSocketException): pass
class InvalidState(WebSocketException): pass
class SecurityError(InvalidHandshake): pass
