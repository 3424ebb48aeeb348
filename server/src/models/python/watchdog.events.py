"""Events of files."""
from _external import external


class FileSystemEventHandler:
    def dispatch(self, event): return None
    def on_any_event(self, event): return None
    def on_moved(self, event): return None
    def on_created(self, event): return None
    def on_deleted(self, event): return None
    def on_modified(self, event): return None
    def on_closed(self, event): return None


class PatternMatchingEventHandler(FileSystemEventHandler):
    def __init__(self, *args, **kwargs): pass
class LoggingEventHandler(FileSystemEventHandler): pass
def __getattr__(name): return external("watchdog.events." + name)
