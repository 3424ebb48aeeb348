"""Django: setup() starts the applications of the project."""
from django.apps import _start_applications

VERSION = (5, 0, 0, "final", 0)


def setup(set_prefix=True): _start_applications()
def get_version(version=None): return "5.0"
