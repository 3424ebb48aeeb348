"""Command lines: the arguments of this run are unknown, each of them exists."""
from __wiretrace__ import object_of, some, unknown

SUPPRESS = "==SUPPRESS=="
REMAINDER = "..."
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."


class ArgumentError(Exception): pass
class ArgumentTypeError(Exception): pass
class HelpFormatter: pass
class ArgumentDefaultsHelpFormatter(HelpFormatter): pass
class RawDescriptionHelpFormatter(HelpFormatter): pass
class RawTextHelpFormatter(HelpFormatter): pass
class MetavarTypeHelpFormatter(HelpFormatter): pass


class Action:
    def __init__(self, option_strings, dest, **options): self.dest = dest


class BooleanOptionalAction(Action): pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)
    def __getattr__(self, name): return unknown("an argument of the command line")


class _Group:
    def add_argument(self, *args, **kwargs): return Action(args, unknown("where an argument is kept"))
    def add_argument_group(self, *args, **kwargs): return _Group()
    def add_mutually_exclusive_group(self, **kwargs): return _Group()
    def set_defaults(self, **kwargs): return None
    def get_default(self, dest): return unknown("an argument of the command line")


class _SubParsers:
    def add_parser(self, name, **kwargs): return ArgumentParser()


class ArgumentParser(_Group):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, **options):
        self.prog = prog
        self.description = description
    def add_subparsers(self, **kwargs): return _SubParsers()
    def parse_args(self, args=None, namespace=None): return Namespace() if namespace is None else namespace
    def parse_known_args(self, args=None, namespace=None): return (self.parse_args(args, namespace), [some("str")])
    def parse_intermixed_args(self, args=None, namespace=None): return self.parse_args(args, namespace)
    def parse_known_intermixed_args(self, args=None, namespace=None): return self.parse_known_args(args, namespace)
    def print_help(self, file=None): return None
    def print_usage(self, file=None): return None
    def format_help(self): return some("str")
    def format_usage(self): return some("str")
    def error(self, message): raise SystemExit(2)
    def exit(self, status=0, message=None): raise SystemExit(status)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None): pass
    def __call__(self, string): return object_of("io.TextIOWrapper")
