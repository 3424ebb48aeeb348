"""Records what really happens to the critical events while a suite runs; the application knows nothing of it.

Loaded into every Python process of a run: by `sitecustomize` beside this file (PYTHONPATH), by pytest as a plug-in, or as
`python wiretrace_probe.py SCRIPT [ARGUMENT ...]`. Standard library only, Python 3.9 to 3.14.

WIRETRACE_PLAN     JSON file: {"root": folder, "events": [name], "functions": [{"file", "line"}],
                   "classes": [{"file", "name"}]}: functions that inject, by the line of their `def` (from 1), and classes whose
                   methods emit; a file is absolute.
WIRETRACE_RECORDS  folder: each process appends its record there, one JSON object in a line, flushed at once, so that a
                   process that crashes or is killed leaves all it has seen.

Nothing here may change what the application does: an error of the probe is recorded and swallowed.
"""

import contextvars
import functools
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import itertools
import json
import os
import sys
import threading
import time
import types

MAX_RECORD_BYTES = 16 * 1024 * 1024
MAX_PENDING = 256
MAX_DEPTH = 4
MAX_PARTS = 50
MAX_TEXT = 1_000_000
MAX_PREFIX = 16
MAX_FRAMES = 12
TYPE_KEYS = ("type", "event", "event_type", "eventType", "name", "kind")

# (class and method, what it is, where the message is); in the module that defines the class.
# `sent`: a server hands a message to a connection. `received`: a client takes one from it.
LIBRARIES = {
    "uvicorn.protocols.websockets.websockets_impl": (("WebSocketProtocol.asgi_send", "sent", 1),),
    "uvicorn.protocols.websockets.websockets_sansio_impl": (("WebSocketsSansIOProtocol.send", "sent", 1),),
    "uvicorn.protocols.websockets.wsproto_impl": (("WSProtocol.send", "sent", 1),),
    "hypercorn.protocol.ws_stream": (("WSStream.app_send", "sent", 1),),
    "daphne.ws_protocol": (("WebSocketProtocol.serverSend", "sent", 1),),
    "starlette.testclient": (
        ("WebSocketTestSession._asgi_send", "sent", 1),
        ("WebSocketTestSession.receive", "received", None),
    ),
    "channels.testing.websocket": (("WebsocketCommunicator.receive_from", "received", None),),
    "aiohttp.web_ws": (
        ("WebSocketResponse.send_str", "sent", 1),
        ("WebSocketResponse.send_bytes", "sent", 1),
    ),
    "aiohttp.client_ws": (("ClientWebSocketResponse.receive", "received", None),),
    "tornado.websocket": (
        ("WebSocketHandler.write_message", "sent", 1),
        ("WebSocketClientConnection.read_message", "received", None),
    ),
    "websockets.sync.connection": (("Connection.recv", "received", None),),
    "websockets.sync.server": (("ServerConnection.send", "sent", 1),),
    "websockets.asyncio.connection": (("Connection.recv", "received", None),),
    "websockets.asyncio.server": (("ServerConnection.send", "sent", 1),),
    "websockets.legacy.protocol": (("WebSocketCommonProtocol.recv", "received", None),),
    "websockets.legacy.server": (("WebSocketServerProtocol.send", "sent", 1),),
    "websocket._core": (("WebSocket.recv", "received", None),),
    "httpx_ws._api": (
        ("WebSocketSession.receive", "received", None),
        ("AsyncWebSocketSession.receive", "received", None),
    ),
    "socketio.server": (("Server.emit", "sent", 1),),
    "socketio.async_server": (("AsyncServer.emit", "sent", 1),),
    "socketio.client": (("Client._trigger_event", "received", 1),),
    "socketio.async_client": (("AsyncClient._trigger_event", "received", 1),),
    "flask_socketio.test_client": (("SocketIOTestClient.get_received", "received", None),),
}


class Probe:
    """State of one process: the plan, the open record, and what is under way."""

    def __init__(self, plan, folder):
        self.events = frozenset(plan.get("events", ()))
        self.root = os.path.join(os.path.realpath(plan.get("root", ".")), "")
        self.files = {}
        for function in plan.get("functions", ()):
            self.file_plan(function["file"])["lines"].add(function["line"])
        for component in plan.get("classes", ()):
            self.file_plan(component["file"])["classes"].add(component["name"])
        self.folder = folder
        self.lock = threading.RLock()
        self.numbers = itertools.count(1)
        self.file = None
        self.written = 0
        self.names = frozenset(os.path.basename(path) for path in self.files)
        self.inside_root = {}
        self.test = None
        self.client_test = False
        self.pending = []

    def file_plan(self, path):
        return self.files.setdefault(os.path.realpath(path), {"lines": set(), "classes": set()})

    def record(self, kind, **fields):
        try:
            self.write({"kind": kind, "time": time.time(), "test": self.test, **fields})
        except Exception:  # the record's disk is full, or the folder is gone: the suite goes on
            pass

    def write(self, fields):
        line = json.dumps(fields, default=str) + "\n"
        with self.lock:
            if self.written > MAX_RECORD_BYTES:
                return
            if self.file is None:
                name = "%d-%d.jsonl" % (os.getpid(), time.time_ns())
                self.file = open(os.path.join(self.folder, name), "a", encoding="utf-8")
            self.written += len(line)
            if self.written > MAX_RECORD_BYTES:
                line = json.dumps({"kind": "limit", "time": time.time(), "bytes": MAX_RECORD_BYTES}) + "\n"
            self.file.write(line)
            self.file.flush()

    def after_fork(self):
        """A forked child writes a record of its own."""
        self.file = None
        self.written = 0
        self.lock = threading.RLock()

    def client(self):
        """Once in each test: that a client is seen to take messages, whatever they are."""
        if self.client_test != self.test:
            self.client_test = self.test
            self.record("client")

    def application_path(self, path):
        """The real path of a file of the application; None for any other file."""
        if path not in self.inside_root:
            real = os.path.realpath(path)
            self.inside_root[path] = real if real.startswith(self.root) and real != os.path.realpath(__file__) else None
        return self.inside_root[path]

    def places_of(self, path):
        """What the plan wraps in a file. Names are compared first: resolving every path would cost the run."""
        if not path or os.path.basename(path) not in self.names:
            return None
        return self.files.get(os.path.realpath(path))

    def fault(self, where, error):
        self.record("fault", where=where, message="%s: %s" % (type(error).__name__, error))


PROBE = None
UNDER_WAY = contextvars.ContextVar("wiretrace_under_way", default=())
INSIDE_SEND = contextvars.ContextVar("wiretrace_inside_send", default=False)


# --- which critical events a value names -------------------------------------------------------------------------------


def events_in(value, depth=0):
    """Critical events that a message names: as its text, or under `type`, `event` ... of a mapping, an object or JSON."""
    if isinstance(value, str):
        return events_in_text(value, depth)
    if isinstance(value, (bytes, bytearray)):
        return events_in_text(value.decode("utf-8", "replace"), depth)
    if isinstance(value, dict):
        return under_keys(value) or events_in_parts(value.values(), depth)
    if isinstance(value, (list, tuple)):
        # A batch of messages, or what socket.io sends: the event's name and its data.
        return (exactly(value[0]) if 0 < len(value) < 3 else []) + events_in_parts(value, depth)
    fields = getattr(value, "__dict__", None)
    return exactly(value) or (under_keys(fields) if isinstance(fields, dict) else [])


def under_keys(mapping):
    return [event for key in TYPE_KEYS if key in mapping for event in exactly(mapping[key])]


def exactly(value):
    """A critical event given as text or as the member of an enumeration."""
    text = value if isinstance(value, str) else getattr(value, "value", None)
    return [str(text)] if isinstance(text, str) and text in PROBE.events else []


def events_in_parts(values, depth):
    """Messages inside a message. A text among them is data, unless it is JSON itself."""
    parts = [value for value in values if isinstance(value, (dict, list)) or is_json(value)][:MAX_PARTS]
    return [event for part in parts for event in events_in(part, depth + 1)] if depth < MAX_DEPTH else []


def is_json(value):
    start = value[:1] if isinstance(value, (str, bytes)) else ""
    return start in ("{", "[", b"{", b"[")


def events_in_text(text, depth):
    if text in PROBE.events:
        return [str(text)]
    if len(text) > MAX_TEXT or not any(event in text for event in PROBE.events):
        return []
    # socket.io puts digits before its JSON.
    start = min((place for place in (text.find("{"), text.find("[")) if place >= 0), default=-1)
    try:
        return events_in(json.loads(text[start:]), depth + 1) if 0 <= start < MAX_PREFIX else []
    except ValueError:
        return []


def events_in_call(args, kwargs):
    """In the order of the arguments, each once; the receiver of a method is no message."""
    found = [event for value in (*args, *kwargs.values()) for event in events_in(value)]
    return list(dict.fromkeys(found))


# --- wrapping ----------------------------------------------------------------------------------------------------------


def wrapped(function, before):
    """`function`, with `before(arguments)` called first; it may return a callable for the result. Kind and signature stay."""
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def asynchronous(*args, **kwargs):
            with noted(before, args, kwargs) as note:
                note.result = await function(*args, **kwargs)
                return note.result

        return asynchronous

    @functools.wraps(function)
    def synchronous(*args, **kwargs):
        with noted(before, args, kwargs) as note:
            note.result = function(*args, **kwargs)
            return note.result

    return synchronous


class noted:  # noqa: N801: reads as a statement
    """Around one call: what `before` says is told at its end, whatever its end is."""

    def __init__(self, before, args, kwargs):
        self.result = None
        self.after = None
        try:
            self.after = before(args, kwargs)
        except Exception as error:
            PROBE.fault("before a call", error)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if self.after is None:
            return False
        try:
            self.after(self.result, error)
        except Exception as mistake:
            PROBE.fault("after a call", mistake)
        return False


def call_stack():
    """Frames of the analysed application, the innermost first: [path, line] each."""
    frame = sys._getframe(1)
    stack = []
    while frame is not None and len(stack) < MAX_FRAMES:
        path = PROBE.application_path(frame.f_code.co_filename)
        if path is not None:
            stack.append([path, frame.f_lineno])
        frame = frame.f_back
    return stack


def is_method(function, raw):
    """Whether its first argument is what it is called on; `raw` is what its owner has under its name."""
    return "." in function.__qualname__.rpartition("<locals>.")[2] and not isinstance(raw, staticmethod)


def name_of_receiver(receiver):
    return (receiver if isinstance(receiver, type) else type(receiver)).__qualname__


def before_emission(function, place, method):
    """An emission: it counts as delivered once a server has handed its message to a connection."""

    def before(args, kwargs):
        under_way = {event for outer in UNDER_WAY.get() for event in outer["events"]}
        # A method that hands an event on to another one of its class emits it once.
        events = [event for event in events_in_call(args[1:] if method else args, kwargs) if event not in under_way]
        if not events:
            return None
        emission = {"number": next(PROBE.numbers), "events": events, "delivered": False, "told": False}
        through = name_of_receiver(args[0]) if method and args else ""
        fields = {"through": through, "function": function.__qualname__, "definition": place, "stack": call_stack()}
        token = UNDER_WAY.set(UNDER_WAY.get() + (emission,))
        with PROBE.lock:
            PROBE.pending.append(emission)
            del PROBE.pending[:-MAX_PENDING]

        def after(_result, error):
            leave(UNDER_WAY, token)
            emission["told"] = True
            fields.update(number=emission["number"], delivered=emission["delivered"], raised=name_of(error))
            for event in events:
                PROBE.record("emission", event=event, **fields)

        return after

    return before


def name_of(error):
    return None if error is None else type(error).__name__


def leave(variable, token):
    try:
        variable.reset(token)
    except ValueError:  # a generator or a task that ended in another context
        pass


def before_injection(function, place, method):
    """A call of an injection point, with what it was given."""

    def before(args, kwargs):
        values = [*(args[1:] if method else args), *kwargs.values()]
        component = name_of_receiver(args[0]) if method and args else function.__module__
        value = "None" if not values or values[0] is None else type(values[0]).__qualname__
        fields = {"function": function.__qualname__, "component": component, "value": value, "definition": place, "stack": call_stack()}

        def after(_result, error):
            PROBE.record("injection", raised=name_of(error), **fields)

        return after

    return before


def before_sent(_function, position):
    """A server hands a message to a connection; one that calls another one of these counts once."""

    def before(args, kwargs):
        if INSIDE_SEND.get():
            return None
        token = INSIDE_SEND.set(True)
        events = events_in_call(args[position:], kwargs)
        stack = call_stack() if events else []

        def after(_result, error):
            leave(INSIDE_SEND, token)
            for event in events if error is None else ():
                PROBE.record("sent", event=event, emission=delivered(event), stack=stack)

        return after

    return before


def delivered(event):
    """Marks the emission that this message comes from: one under way in this context, else the oldest that waits."""
    under_way = [emission for emission in UNDER_WAY.get() if event in emission["events"]]
    with PROBE.lock:
        waiting = under_way or [e for e in PROBE.pending if event in e["events"] and not e["delivered"]]
        for emission in under_way or waiting[:1]:
            emission["delivered"] = True
            if emission["told"]:
                PROBE.record("delivered", number=emission["number"], event=event)
            if emission in PROBE.pending:
                PROBE.pending.remove(emission)
    return waiting[0]["number"] if waiting else None


def before_received(_function, position):
    """A client takes a message from its connection; libraries share the method with the server's side."""

    def before(args, _kwargs):
        if "Server" in type(args[0] if args else None).__name__:
            return None

        def after(result, error):
            if error is None:
                PROBE.client()
                for event in dict.fromkeys(events_in(result if position is None else list(args[position:]))):
                    PROBE.record("received", event=event)

        return after

    return before


def replace(owner, name, function, before):
    raw = inspect.getattr_static(owner, name)
    if isinstance(raw, staticmethod):
        setattr(owner, name, staticmethod(wrapped(function, before)))
    elif isinstance(raw, classmethod):
        setattr(owner, name, classmethod(wrapped(function, before)))
    else:
        setattr(owner, name, wrapped(function, before))


def plain_function(raw):
    function = raw.__func__ if isinstance(raw, (staticmethod, classmethod)) else raw
    return function if isinstance(function, types.FunctionType) else None


# --- what a module brings, once it has run -----------------------------------------------------------------------------



def wrap_application(module, plan):
    """Wraps those functions of a module and of its classes that the plan names: by their line, or as methods of a class."""
    path = os.path.realpath(module.__file__)
    classes = [value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__]
    for owner in [module] + classes:
        emits = owner is not module and owner.__name__ in plan["classes"]
        for name, raw in list(vars(owner).items()):
            function = plain_function(raw)
            if function is None or os.path.realpath(function.__code__.co_filename) != path:
                continue
            line = definition_line(function, plan["lines"])
            if line is not None:
                replace(owner, name, function, before_injection(function, {"file": path, "line": line}, is_method(function, raw)))
            elif emits and not name.startswith("__"):
                place = {"file": path, "line": function.__code__.co_firstlineno}
                replace(owner, name, function, before_emission(function, place, is_method(function, raw)))


def definition_line(function, places):
    """Line of the `def`; a code object starts at its first decorator."""
    first = function.__code__.co_firstlineno
    if first in places:
        return first
    body = min((line for _, _, line in code_lines(function.__code__) if line and line > first), default=first)
    return next((line for line in range(first, body + 1) if line in places), None)


def code_lines(code):
    return code.co_lines() if hasattr(code, "co_lines") else [(0, 0, code.co_firstlineno + 1)]


def wrap_library(module, rows):
    for path, role, position in rows:
        owner_name, name = path.split(".")
        owner = getattr(module, owner_name, None)
        if owner is None or name not in vars(owner):
            continue
        function = plain_function(vars(owner)[name])
        if function is not None:
            before = before_sent if role == "sent" else before_received
            replace(owner, name, function, before(function, position))


def after_import(module):
    try:
        if module.__name__ in LIBRARIES:
            wrap_library(module, LIBRARIES[module.__name__])
        elif module.__name__ == "_pytest.config":
            module.default_plugins = tuple(module.default_plugins) + ("wiretrace_probe",)
        places = PROBE.places_of(getattr(module, "__file__", None))
        if places:
            wrap_application(module, places)
    except Exception as error:
        PROBE.fault("import of " + module.__name__, error)


class Finder(importlib.abc.MetaPathFinder):
    """Finds modules as the finders behind it do, and has what they bring looked at once they have run."""

    def __init__(self):
        self.inside = threading.local()

    def find_spec(self, name, path=None, target=None):
        if getattr(self.inside, "busy", False) or not self.wanted(name, path):
            return None
        self.inside.busy = True
        try:
            spec = self.next_spec(name, path, target)
        finally:
            self.inside.busy = False
        if spec is not None and spec.loader is not None and self.concerns(name, spec):
            self.watch(spec)
        return spec

    @staticmethod
    def wanted(name, _path):
        return name in LIBRARIES or name == "_pytest.config" or bool(PROBE.files)

    def next_spec(self, name, path, target):
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                return spec
        return None

    @staticmethod
    def concerns(name, spec):
        return name in LIBRARIES or name == "_pytest.config" or PROBE.places_of(spec.origin) is not None

    @staticmethod
    def watch(spec):
        loader = spec.loader
        run = getattr(loader, "exec_module", None)
        if run is None:
            return

        def exec_module(module):
            loader.__dict__.pop("exec_module", None)
            run(module)
            after_import(module)

        try:
            loader.exec_module = exec_module
        except AttributeError:  # a loader without attributes of its own
            pass


# --- pytest ------------------------------------------------------------------------------------------------------------


def constants_of(code, seen):
    for constant in code.co_consts:
        if isinstance(constant, str):
            seen.add(constant)
        elif isinstance(constant, (tuple, frozenset)):
            seen.update(value for value in constant if isinstance(value, str))
        elif isinstance(constant, types.CodeType):
            constants_of(constant, seen)


def events_of_test(item):
    """Critical events that a test is about: named in its body, else in its own name."""
    function = getattr(item, "function", None)
    code = getattr(inspect.unwrap(function), "__code__", None) if function else None
    seen = set()
    if code is not None:
        constants_of(code, seen)
    seen.update(value for value in getattr(getattr(item, "callspec", None), "params", {}).values() if isinstance(value, str))
    named = [event for event in PROBE.events if event in seen]
    return sorted(named or [event for event in PROBE.events if event in item.name])


def pytest_collection_modifyitems(items):
    for item in items if PROBE else ():
        try:
            path, line, _ = item.reportinfo()
            PROBE.record("collected", id=item.nodeid, file=os.path.realpath(str(path)), line=(line or 0) + 1, events=events_of_test(item))
        except Exception as error:
            PROBE.fault("collecting " + item.nodeid, error)


def pytest_runtest_logstart(nodeid, location):
    if PROBE:
        PROBE.test = nodeid


def pytest_runtest_logreport(report):
    if PROBE and (report.when == "call" or report.outcome != "passed"):
        message = "" if report.outcome == "passed" else report.longreprtext[:20_000]
        PROBE.record("outcome", id=report.nodeid, outcome=report.outcome, when=report.when, seconds=report.duration, message=message)


def pytest_runtest_logfinish(nodeid, location):
    if PROBE:
        PROBE.test = None


# --- start -------------------------------------------------------------------------------------------------------------


def start():
    """Once in a process, and only where a run asks for it."""
    global PROBE
    plan, folder = os.environ.get("WIRETRACE_PLAN"), os.environ.get("WIRETRACE_RECORDS")
    if PROBE is not None or not plan or not folder:
        return
    try:
        with open(plan, encoding="utf-8") as file:
            PROBE = Probe(json.load(file), folder)
    except (OSError, ValueError, KeyError, TypeError):  # the result says that nothing was recorded
        return
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=PROBE.after_fork)
    sys.modules.setdefault("wiretrace_probe", sys.modules[__name__])
    sys.meta_path.insert(0, Finder())
    PROBE.record("start", pid=os.getpid(), python="%d.%d.%d" % sys.version_info[:3], executable=sys.executable, root=PROBE.root)


def main(arguments):
    """Runs a script with the probe, as `python SCRIPT` would."""
    if not arguments:
        sys.exit("usage: python wiretrace_probe.py SCRIPT [ARGUMENT ...]")
    import runpy

    sys.argv = list(arguments)
    sys.path[0] = os.path.dirname(os.path.abspath(arguments[0]))
    runpy.run_path(arguments[0], run_name="__main__")


start()
if __name__ == "__main__":
    main(sys.argv[1:])
