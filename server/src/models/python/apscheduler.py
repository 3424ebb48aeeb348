"""apscheduler: the package itself holds nothing."""
