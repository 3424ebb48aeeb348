"""Signals: their handlers run when the process is told to end or reload, not while it starts."""
from __wiretrace__ import some, unknown
from _external import external

SIG_DFL = 0
SIG_IGN = 1
ITIMER_PROF = 2
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
SIGABRT = 6
SIGALRM = 14
SIGBUS = 7
SIGCHLD = 17
SIGCLD = 17
SIGCONT = 18
SIGFPE = 8
SIGHUP = 1
SIGILL = 4
SIGINT = 2
SIGIO = 29
SIGIOT = 6
SIGKILL = 9
SIGPIPE = 13
SIGPOLL = 29
SIGPROF = 27
SIGPWR = 30
SIGQUIT = 3
SIGRTMAX = 64
SIGRTMIN = 34
SIGSEGV = 11
SIGSTKFLT = 16
SIGSTOP = 19
SIGSYS = 31
SIGTERM = 15
SIGTRAP = 5
SIGTSTP = 20
SIGTTIN = 21
SIGTTOU = 22
SIGURG = 23
SIGUSR1 = 10
SIGUSR2 = 12
SIGVTALRM = 26
SIGWINCH = 28
SIGXCPU = 24
SIGXFSZ = 25


class Signals:
    def __init__(self, value, *args, **kwds): self.value = value
    name = some("str")
class Handlers: pass
class ItimerError(OSError): pass


for _name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"):
    setattr(Signals, _name, Signals(_name))


def signal(signalnum, handler): return unknown("the handler before")
def getsignal(signalnum): return unknown("the handler of a signal")
def raise_signal(signalnum, /): return None
def pause(): return None
def alarm(seconds, /): return 0
def setitimer(which, seconds, interval=0.0, /): return (0.0, 0.0)
def siginterrupt(signalnum, flag, /): return None
def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True): return -1
def strsignal(signalnum, /): return some("str")
def valid_signals(): return some("set")
def __getattr__(name): return external("signal." + name)
