"""HTTP servers of the standard library: the do_ methods of the handler answer requests."""
from __wiretrace__ import unknown
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn


class BaseHTTPRequestHandler(StreamRequestHandler):
    path = unknown("the path of a request")
    headers = unknown("the headers of a request")
    command = unknown("the method of a request")
    def send_response(self, code, message=None): return None
    def send_header(self, keyword, value): return None
    def send_error(self, code, message=None, explain=None): return None
    def end_headers(self): return None
    def log_message(self, format, *args): return None
    def handle(self): return None


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    def __init__(self, *args, directory=None, **kwargs): super().__init__(*args)


class CGIHTTPRequestHandler(SimpleHTTPRequestHandler): pass
class HTTPServer(TCPServer): pass
class ThreadingHTTPServer(ThreadingMixIn, HTTPServer): pass
