"""uvicorn.run."""
from __wiretrace__ import serve
from uvicorn.config import _load


def run(app, *args, factory=False, **options): serve(_load(app, factory))
def main(*args, **options): return None
