"""Configuration of logging: no effect on wiring."""


def dictConfig(config): return None
def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None): return None
def listen(port=9030, verify=None): return None
def stopListening(): return None
