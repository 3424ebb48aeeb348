"""Signals: receivers run when something sends the signal."""
from __wiretrace__ import per_request, sequence_add


class Signal:
    def __init__(self, use_caching=False): self.receivers = []
    def connect(self, receiver, sender=None, weak=True, dispatch_uid=None):
        sequence_add(self.receivers, receiver)
        per_request(receiver, "event")
    def disconnect(self, receiver=None, sender=None, dispatch_uid=None): return True
    def has_listeners(self, sender=None): return True
    def send(self, sender, **named): return [(receiver, receiver(signal=self, sender=sender, **named)) for receiver in self.receivers]
    def send_robust(self, sender, **named): return self.send(sender, **named)


def receiver(signal, **kwargs):
    def decorate(func):
        for one in signal if isinstance(signal, (list, tuple)) else [signal]:
            one.connect(func, **kwargs)
        return func
    return decorate
