"""The configuration of a server: the application, or where to import it from."""
from __wiretrace__ import import_module, some, string_operation, unknown
from _open_containers import dict_of

LOGGING_CONFIG = dict_of(some("str"), unknown("a value of a mapping"))
LOG_LEVELS = dict_of(some("str"), unknown("a value of a mapping"))
SSL_PROTOCOL_VERSION = some("int")


def _load(app, factory):
    """The application that `app` names ("package.module:attribute.attribute"), or `app` itself."""
    if isinstance(app, str):
        parts = string_operation("partition", app, ":")
        module = import_module(parts[0])
        app = module
        for name in string_operation("split", parts[2], "."):
            app = getattr(app, name)
    if factory is True:
        return app()
    return app


class Config:
    def __init__(self, app, host="127.0.0.1", port=8000, uds=None, fd=None, loop="auto", http="auto", ws="auto", *args, factory=False, **options):
        self.app = app
        self.host = host
        self.port = port
        self.factory = factory
        self.loaded = False
        self.loaded_app = None
    def load(self):
        self.loaded_app = _load(self.app, self.factory)
        self.loaded = True
    def load_app(self): return _load(self.app, self.factory)
    def setup_event_loop(self): return None
    def get_loop_factory(self): return None
    def configure_logging(self): return None
    def bind_socket(self): return unknown("a socket")
    def __getattr__(self, name): return unknown("a setting of the server")
