"""watchdog: the package itself holds nothing."""
