"""Files served as they are."""
from __wiretrace__ import unknown


class StaticFiles:
    def __init__(self, *, directory=None, packages=None, html=False, check_dir=True, follow_symlink=False): self.directory = directory
    async def __call__(self, scope, receive, send): return None
    def __getattr__(self, name): return unknown("a property of static files")
