"""Typer: click with the parameters of functions."""
from __wiretrace__ import object_of, sequence_add, some, unknown, unknown_boolean
from _external import external
from click import Abort, BadParameter, Exit, _invoke, _same, confirm, echo, prompt, secho, style


class Typer:
    def __init__(self, **options):
        self._commands = []
        self._callback = None
    def command(self, name=None, **options):
        def decorate(function):
            sequence_add(self._commands, function)
            return function
        return decorate
    def callback(self, **options):
        def decorate(function):
            self._callback = function
            return function
        return decorate
    def add_typer(self, typer_instance, **options): sequence_add(self._commands, typer_instance._run)
    def __call__(self, *args, **kwargs): return self._run()
    def _run(self, *args, **kwargs):
        if self._callback is not None:
            _invoke(self._callback)
        if len(self._commands) == 1:
            return _invoke(self._commands[0])
        for one in self._commands:
            if unknown_boolean("which command is run"):
                return _invoke(one)


def run(function): return _invoke(function)
def Option(default=..., *param_decls, **options): return unknown("an option of the command line")
def Argument(default=..., **options): return unknown("an argument of the command line")
def launch(url, **options): return 0
def get_app_dir(app_name, **options): return some("str")
Context = external("typer.Context")
colors = object_of("typer.colors")
def __getattr__(name): return external("typer." + name)
