"""A server: serving loads the application, starts it, and does not return."""
from __wiretrace__ import serve, unknown


class Server:
    def __init__(self, config):
        self.config = config
        self.started = False
        self.should_exit = False
        self.force_exit = False
    def run(self, sockets=None): serve(self.config.load_app())
    async def serve(self, sockets=None): serve(self.config.load_app())
    async def _serve(self, sockets=None): serve(self.config.load_app())
    async def startup(self, sockets=None): return None
    async def shutdown(self, sockets=None): return None
    def install_signal_handlers(self): return None
    def __getattr__(self, name): return unknown("a property of the server")


class ServerState: pass
