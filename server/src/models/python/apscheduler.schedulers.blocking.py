"""BlockingScheduler: starting it is where startup is over."""
from __wiretrace__ import serving_point
from apscheduler.schedulers.base import BaseScheduler


class BlockingScheduler(BaseScheduler):
    def start(self, *args, **kwargs): serving_point()
