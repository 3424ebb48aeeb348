"""daphne."""
from __wiretrace__ import serve


class Server:
    def __init__(self, application, **kwargs): self.application = application
    def run(self): serve(self.application)
    def stop(self): return None
