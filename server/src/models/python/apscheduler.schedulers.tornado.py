"""TornadoScheduler."""
from apscheduler.schedulers.base import BaseScheduler


class TornadoScheduler(BaseScheduler): pass
