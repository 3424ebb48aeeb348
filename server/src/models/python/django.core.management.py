"""manage.py: whichever command runs, the applications start; runserver serves."""
from __wiretrace__ import serving_point, unknown
from _external import external
from django.apps import _start_applications


def execute_from_command_line(argv=None):
    _start_applications()
    serving_point()
def call_command(command_name, *args, **options): return unknown("what a command gives")
def __getattr__(name): return external("django.core.management." + name)
