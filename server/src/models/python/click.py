"""click: calling a command runs its function with arguments that are unknown; of a group's commands any one runs."""
from __wiretrace__ import object_of, sequence_add, some, unknown, unknown_boolean
from _external import external


def _invoke(callback): return callback(*unknown("an argument of the command line"), **unknown("an option of the command line"))


class Command:
    def __init__(self, name=None, callback=None, **attrs):
        self.name = name
        self.callback = callback
    def __call__(self, *args, **kwargs): return self.main()
    def main(self, args=None, prog_name=None, complete_var=None, standalone_mode=True, **extra): return self._run()
    def invoke(self, ctx): return self._run()
    def _run(self):
        if self.callback is not None:
            return _invoke(self.callback)
    def __getattr__(self, name): return unknown("a property of a command")


class Group(Command):
    def __init__(self, name=None, commands=None, callback=None, **attrs):
        self.name = name
        self.callback = callback
        self._all = []
    def add_command(self, cmd, name=None): sequence_add(self._all, cmd)
    def command(self, *args, **kwargs):
        def decorate(function):
            made = Command(None, function)
            sequence_add(self._all, made)
            return made
        return decorate(args[0]) if args and callable(args[0]) else decorate
    def group(self, *args, **kwargs):
        def decorate(function):
            made = Group(None, None, function)
            sequence_add(self._all, made)
            return made
        return decorate(args[0]) if args and callable(args[0]) else decorate
    def result_callback(self, replace=False): return _same
    def _run(self):
        if self.callback is not None:
            _invoke(self.callback)
        for one in self._all:
            if unknown_boolean("which command is run"):
                return one.main()


MultiCommand = Group
BaseCommand = Command
def _same(function): return function
def command(name=None, cls=None, **attrs):
    def decorate(function):
        return Command(None, function)
    return decorate(name) if callable(name) else decorate
def group(name=None, cls=None, **attrs):
    def decorate(function):
        return Group(None, None, function)
    return decorate(name) if callable(name) else decorate
def option(*param_decls, **attrs): return _same
def argument(*param_decls, **attrs): return _same
def version_option(*args, **kwargs): return _same
def help_option(*args, **kwargs): return _same
def confirmation_option(*args, **kwargs): return _same
def password_option(*args, **kwargs): return _same
def pass_context(f): return f
def pass_obj(f): return f
def make_pass_decorator(object_type, ensure=False): return _same
def echo(message=None, file=None, nl=True, err=False, color=None): return None
def secho(message=None, file=None, nl=True, err=False, color=None, **styles): return None
def style(text, **options): return some("str")
def prompt(text, **options): return unknown("what is typed")
def confirm(text, default=False, abort=False, **options): return unknown_boolean("what is typed")
def get_current_context(silent=False): return object_of("click.Context")
class ClickException(Exception): pass
class UsageError(ClickException): pass
class BadParameter(UsageError): pass
class Abort(RuntimeError): pass
class Exit(RuntimeError): pass
def __getattr__(name): return external("click." + name)
