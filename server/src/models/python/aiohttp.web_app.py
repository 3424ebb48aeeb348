"""The application of aiohttp."""
from __wiretrace__ import enter_context, kind_of, make_context_manager, object_of, per_request, run, sequence_add, serving_point
from collections.abc import MutableMapping
from aiohttp.web_routes import UrlDispatcher


class AppKey:
    def __init__(self, name, t=None): self._name = name
    def __class_getitem__(cls, item): return cls


class Application(MutableMapping):
    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=1048576, loop=None, debug=None):
        self._state = {}
        self._subapps = []
        self.router = UrlDispatcher()
        self.on_startup = []
        self.on_shutdown = []
        self.on_cleanup = []
        self.on_response_prepare = []
        self.cleanup_ctx = []
        self.middlewares = list(middlewares)
        self.logger = object_of("logging.Logger")
        self.debug = debug
        for middleware in self.middlewares:
            per_request(middleware, "http")
    def __getitem__(self, key): return self._state[key]
    def __setitem__(self, key, value): self._state[key] = value
    def __delitem__(self, key): del self._state[key]
    def __contains__(self, key): return key in self._state
    def __iter__(self): return iter(self._state)
    def __len__(self): return len(self._state)
    def __bool__(self): return True
    def get(self, key, default=None): return self._state.get(key, default)
    def add_routes(self, routes): return self.router.add_routes(routes)
    def add_subapp(self, prefix, subapp): sequence_add(self._subapps, subapp)
    def add_domain(self, domain, subapp): sequence_add(self._subapps, subapp)
    def freeze(self): return None
    def make_handler(self, **kwargs): return object_of("aiohttp.web.Server")
    async def startup(self): await _start(self)
    async def shutdown(self): return None
    async def cleanup(self): return None
    @property
    def loop(self):
        from asyncio import get_event_loop
        return get_event_loop()
    def __serve__(self): run(self._serve())
    async def _serve(self):
        await _start(self)
        serving_point()


async def _start(app):
    for subapp in app._subapps:
        await _start(subapp)
    for context in app.cleanup_ctx:
        manager = make_context_manager(context)(app) if kind_of(context) == "asynchronous generator function" else context(app)
        enter_context(manager)
    for handler in app.on_startup:
        await handler(app)
