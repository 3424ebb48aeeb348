"""Observers of folders: the methods of a handler run per event."""
from __wiretrace__ import object_of, per_request
from threading import Thread


class Observer(Thread):
    def schedule(self, event_handler, path, recursive=False, **kwargs):
        for name in ("on_any_event", "on_moved", "on_created", "on_deleted", "on_modified", "on_closed"):
            per_request(getattr(event_handler, name), "event")
        return object_of("watchdog.observers.api.ObservedWatch")
    def unschedule_all(self): return None
    def start(self): return None
    def stop(self): return None
    def join(self, timeout=None): return None
