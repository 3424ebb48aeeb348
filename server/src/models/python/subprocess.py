"""Other processes: they share no objects with this one."""
from __wiretrace__ import some, unknown

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception): pass
class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr
class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout


class CompletedProcess:
    returncode = some("int")
    stdout = unknown("what a process wrote")
    stderr = unknown("what a process wrote")
    def __init__(self, args, returncode, stdout=None, stderr=None): self.args = args
    def check_returncode(self): return None


class Popen:
    pid = some("int")
    returncode = unknown("the exit code of a process")
    stdin = unknown("a stream of a process")
    stdout = unknown("a stream of a process")
    stderr = unknown("a stream of a process")
    def __init__(self, args, **options): self.args = args
    def __enter__(self): return self
    def __exit__(self, exc_type, value, traceback): return None
    def poll(self): return unknown("the exit code of a process")
    def wait(self, timeout=None): return some("int")
    def communicate(self, input=None, timeout=None): return (unknown("what a process wrote"), unknown("what a process wrote"))
    def send_signal(self, sig): return None
    def terminate(self): return None
    def kill(self): return None


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs): return CompletedProcess(popenargs, 0)
def call(*popenargs, timeout=None, **kwargs): return some("int")
def check_call(*popenargs, **kwargs): return 0
def check_output(*popenargs, timeout=None, **kwargs): return unknown("what a process wrote")
def getoutput(cmd, *, encoding=None, errors=None): return some("str")
def getstatusoutput(cmd, *, encoding=None, errors=None): return (some("int"), some("str"))
def list2cmdline(seq): return some("str")
