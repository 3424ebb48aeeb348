"""Starts one program under CPython up to its serving point and prints what is there as JSON.

usage: probe.py FOLDER ENTRY COMPONENTS     (COMPONENTS: JSON list of {file, owner, attribute})

Run in a process of its own by ground-truth.py. Printed: `values` (per component: which instances hold something),
`lines` (executed lines in order: file, line, frame), `requests` (exceptions of the request handlers, tried afterwards).
"""
import asyncio
import gc
import importlib
import inspect
import json
import os
import runpy
import sys
import threading
import types

FOLDER, ENTRY, COMPONENTS = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
ARGUMENTS = sys.argv[4:]
LINES = []


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:1] = [FOLDER, os.path.join(here, "stubs")]
    sys.modules["serving_point"] = types.SimpleNamespace(reached=reached)
    sys.argv = [ENTRY, *ARGUMENTS]
    os.chdir(FOLDER)
    with open(ENTRY) as file:
        is_script = "__main__" in file.read()
    sys.settrace(trace)
    threading.settrace(trace)
    if is_script:
        runpy.run_path(ENTRY, run_name="__main__")
        sys.exit("the script ended without serving")
    module = importlib.import_module(ENTRY.removesuffix(".py").replace("/", "."))
    import uvicorn

    uvicorn.run(module.app)


def trace(frame, event, argument):
    path = frame.f_code.co_filename
    if not path.startswith(FOLDER) and path != ENTRY:
        return None
    if event == "line":
        LINES.append((os.path.relpath(path, FOLDER), frame.f_lineno, id(frame)))
    return trace


async def reached(app):
    sys.settrace(None)
    threading.settrace(None)
    gc.collect()
    values = [look(component) for component in COMPONENTS]
    report = {"values": values, "lines": LINES, "requests": await try_requests(app)}
    sys.__stdout__.write("\n" + json.dumps(report) + "\n")
    sys.__stdout__.flush()
    os._exit(0)


def look(component):
    """For each holder of the attribute: whether it holds something. Holders are instances, else the class, else the module."""
    classes = [cls for cls in gc.get_objects() if is_class(cls, component)]
    if not classes:
        module = sys.modules.get(component["owner"])
        return [] if module is None else [vars(module).get(component["attribute"]) is not None]
    instances = [value for value in gc.get_objects() if any(cls in type(value).__mro__ for cls in classes)]
    return [held(value, component["attribute"]) is not None for value in instances or classes]


def is_class(value, component):
    if not isinstance(value, type) or value.__name__ != component["owner"]:
        return False
    module = sys.modules.get(value.__module__)
    path = getattr(module, "__file__", None) or os.path.join(FOLDER, ENTRY)
    if not os.path.abspath(path).startswith(FOLDER):
        return False
    return component["file"] in (None, os.path.relpath(path, FOLDER))


def held(value, attribute):
    own = getattr(value, "__dict__", {}) if not isinstance(value, type) else {}
    if attribute in own:
        return own[attribute]
    for cls in value.__mro__ if isinstance(value, type) else type(value).__mro__:
        found = vars(cls).get(attribute)
        if isinstance(found, types.MemberDescriptorType):
            return found.__get__(value) if hasattr(value, attribute) else None
        if found is not None:
            return found
    return None


async def try_requests(app):
    failures = []
    for path, handler in app.routes:
        try:
            result = handler(*[None] * len(inspect.signature(handler).parameters))
            if inspect.isawaitable(result):
                await asyncio.wait_for(result, 5)
        except Exception as error:
            failures.append(f"{path}: {error!r}")
    return failures


main()
