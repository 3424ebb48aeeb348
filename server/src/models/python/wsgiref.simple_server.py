"""The small server of the standard library."""
from __wiretrace__ import serve
from http.server import BaseHTTPRequestHandler, HTTPServer


class WSGIServer(HTTPServer):
    application = None
    def get_app(self): return self.application
    def set_app(self, application): self.application = application
    def serve_forever(self, poll_interval=0.5): serve(self.application)


class WSGIRequestHandler(BaseHTTPRequestHandler): pass


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    server = WSGIServer((host, port), handler_class)
    server.set_app(app)
    return server
