"""asyncio: re-exports its submodules, as the package does."""
from _external import external

from asyncio.exceptions import (BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, QueueEmpty,
    QueueFull, QueueShutDown, SendfileNotAvailableError, TimeoutError)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_eager_task_factory, create_task,
    current_task, eager_task_factory, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from asyncio.events import (AbstractEventLoop, AbstractEventLoopPolicy, AbstractServer, DefaultEventLoopPolicy, Handle, TimerHandle,
    get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy)
from asyncio.base_events import BaseEventLoop, SelectorEventLoop, ProactorEventLoop, EventLoop, Server
from asyncio.coroutines import coroutine, iscoroutine, iscoroutinefunction
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue
from asyncio.runners import Runner, run
from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter, open_connection, open_unix_connection, start_server, start_unix_server
from asyncio.subprocess import create_subprocess_exec, create_subprocess_shell
from asyncio.taskgroups import TaskGroup
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
import asyncio.subprocess


class WindowsSelectorEventLoopPolicy(AbstractEventLoopPolicy): pass
class WindowsProactorEventLoopPolicy(AbstractEventLoopPolicy): pass


def __getattr__(name): return external("asyncio." + name)
