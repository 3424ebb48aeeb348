"""Sockets."""
from __wiretrace__ import some, unknown
from _external import external
from _open_containers import list_of


class error(OSError): pass
class gaierror(OSError): pass
class herror(OSError): pass
timeout = TimeoutError


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None): pass
    def __enter__(self): return self
    def __exit__(self, *args): return None
    def __getattr__(self, name): return unknown("a method of a socket")


AF_INET = some("int")
AF_INET6 = some("int")
AF_UNIX = some("int")
SOCK_STREAM = some("int")
SOCK_DGRAM = some("int")
SOL_SOCKET = some("int")
SO_REUSEADDR = some("int")
SO_REUSEPORT = some("int")
def gethostname(): return some("str")
def getfqdn(name=""): return some("str")
def gethostbyname(hostname, /): return some("str")
def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0): return list_of(unknown("an element of a list"))
def create_connection(address, timeout=None, source_address=None, *, all_errors=False): return socket()
def create_server(address, *, family=None, backlog=None, reuse_port=False, dualstack_ipv6=False): return socket()
def socketpair(family=None, type=None, proto=0): return (socket(), socket())
def setdefaulttimeout(timeout, /): return None
def getdefaulttimeout(): return unknown("a timeout")
def __getattr__(name): return external("socket." + name)
