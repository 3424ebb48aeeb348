"""Serving with hypercorn: the application is named in the configuration."""
from __wiretrace__ import serve
from uvicorn.config import _load


def run(config): serve(_load(config.application_path, False))
