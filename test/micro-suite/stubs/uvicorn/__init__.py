"""As much of uvicorn as the micro-suite's programs use: it starts the application and then never returns."""
import asyncio
import importlib

import serving_point


class Config:
    def __init__(self, app, factory=False, **options):
        self.app = app
        self.factory = factory

    def load(self):
        app = self.app
        if isinstance(app, str):
            module, _, attribute = app.partition(":")
            app = getattr(importlib.import_module(module), attribute)
        return app() if self.factory else app


class Server:
    def __init__(self, config):
        self.config = config

    async def serve(self):
        app = self.config.load()
        await app.start()
        await serving_point.reached(app)

    def run(self):
        asyncio.run(self.serve())


def run(app, **options):
    Server(Config(app, **options)).run()
