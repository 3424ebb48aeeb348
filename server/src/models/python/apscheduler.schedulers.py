"""apscheduler.schedulers: the errors of schedulers."""


class SchedulerAlreadyRunningError(Exception): pass
class SchedulerNotRunningError(Exception): pass
