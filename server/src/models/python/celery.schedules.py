"""Schedules."""
from __wiretrace__ import object_of


def crontab(*args, **kwargs): return object_of("celery.schedules.crontab")
def schedule(*args, **kwargs): return object_of("celery.schedules.schedule")
def solar(*args, **kwargs): return object_of("celery.schedules.solar")
