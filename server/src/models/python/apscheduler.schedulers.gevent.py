"""GeventScheduler."""
from apscheduler.schedulers.base import BaseScheduler


class GeventScheduler(BaseScheduler): pass
