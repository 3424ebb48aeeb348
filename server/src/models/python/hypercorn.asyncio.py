"""Serving with hypercorn."""
from __wiretrace__ import serve as _serve


async def serve(app, config, **options): _serve(app)
