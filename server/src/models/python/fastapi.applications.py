"""A FastAPI application: a Starlette application whose routers bring their startup handlers and lifespans along."""
from __wiretrace__ import some, unknown
from _open_containers import dict_of
from fastapi.routing import APIRouter, _PathOperations
from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.routing import _depend


class FastAPI(_PathOperations, Starlette):
    def __init__(self, *, debug=False, routes=None, title="FastAPI", summary=None, description="", version="0.1.0", openapi_url="/openapi.json",
            openapi_tags=None, servers=None, dependencies=None, default_response_class=None, docs_url="/docs", redoc_url="/redoc",
            middleware=None, exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None, root_path="", responses=None, **extra):
        self.debug = debug
        self.title = title
        self.description = description
        self.version = version
        self.openapi_url = openapi_url
        self.docs_url = docs_url
        self.redoc_url = redoc_url
        self.root_path = root_path
        self.extra = extra
        self.openapi_schema = None
        self.dependency_overrides = {}
        self.state = State()
        self.router = APIRouter(routes=routes, on_startup=on_startup, on_shutdown=on_shutdown, lifespan=lifespan)
        _depend(self, dependencies)
        self._init_application(middleware, exception_handlers)
    def include_router(self, router, *, dependencies=None, **options): self.router.include_router(router, dependencies=dependencies)
    def openapi(self): return dict_of(some("str"), unknown("a value of a mapping"))
    def setup(self): return None
    def frontend(self, path, **options): return None
    @property
    def webhooks(self): return APIRouter()
