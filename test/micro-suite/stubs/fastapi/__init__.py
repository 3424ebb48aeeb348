"""As much of FastAPI as the micro-suite's programs use: who calls startup code, when, and in which order."""
import inspect


class State:
    """`app.state`: an attribute exists once it was written."""


class APIRouter:
    def __init__(self, **options):
        self.handlers = []
        self.routes = []

    def add_event_handler(self, event, handler):
        if event == "startup":
            self.handlers.append(handler)

    def on_event(self, event):
        def register(handler):
            self.add_event_handler(event, handler)
            return handler

        return register

    def _route(self, path, **options):
        def register(handler):
            self.routes.append((path, handler))
            return handler

        return register

    get = post = put = delete = patch = websocket = _route

    def include_router(self, router, **options):
        self.handlers.extend(router.handlers)
        self.routes.extend(router.routes)


class FastAPI(APIRouter):
    def __init__(self, lifespan=None, **options):
        super().__init__(**options)
        self.state = State()
        self.lifespan = lifespan

    def mount(self, path, app, name=None):
        """A mounted application gets requests, but its startup code is never run."""

    async def start(self):
        """What a server awaits before it takes requests. Handlers do not run where a lifespan is given."""
        if self.lifespan is not None:
            context = self.lifespan(self)
            self._running = context
            await context.__aenter__()
            return
        for handler in self.handlers:
            result = handler()
            if inspect.isawaitable(result):
                await result


class WebSocket:
    """A connection."""


class Request:
    """A request."""
