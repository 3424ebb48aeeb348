"""Routing of Channels: an application for each protocol. Consumers are registered where their application is made (as_asgi)."""
from __wiretrace__ import unknown


class ProtocolTypeRouter:
    def __init__(self, application_mapping): self.application_mapping = application_mapping
    async def __call__(self, scope, receive, send): return None


class URLRouter:
    def __init__(self, routes): self.routes = routes
    async def __call__(self, scope, receive, send): return None


class ChannelNameRouter:
    def __init__(self, application_mapping): self.application_mapping = application_mapping
    async def __call__(self, scope, receive, send): return None


def get_default_application(): return unknown("the application of the project")
