/** Models of the standard library of Python: module name and text. One line per file of this folder, by name; must not know the engine. */
import innerBuiltinTypes from './_builtin_types.py?raw';
import innerCollectionsAbc from './_collections_abc.py?raw';
import innerContextStacks from './_context_stacks.py?raw';
import abc from './abc.py?raw';
import asyncio from './asyncio.py?raw';
import asyncioBaseEvents from './asyncio.base_events.py?raw';
import asyncioCoroutines from './asyncio.coroutines.py?raw';
import asyncioEvents from './asyncio.events.py?raw';
import asyncioExceptions from './asyncio.exceptions.py?raw';
import asyncioFutures from './asyncio.futures.py?raw';
import asyncioLocks from './asyncio.locks.py?raw';
import asyncioProtocols from './asyncio.protocols.py?raw';
import asyncioQueues from './asyncio.queues.py?raw';
import asyncioRunners from './asyncio.runners.py?raw';
import asyncioStreams from './asyncio.streams.py?raw';
import asyncioSubprocess from './asyncio.subprocess.py?raw';
import asyncioTaskgroups from './asyncio.taskgroups.py?raw';
import asyncioTasks from './asyncio.tasks.py?raw';
import asyncioThreads from './asyncio.threads.py?raw';
import asyncioTimeouts from './asyncio.timeouts.py?raw';
import builtins from './builtins.py?raw';
import collections from './collections.py?raw';
import collectionsAbc from './collections.abc.py?raw';
import contextlib from './contextlib.py?raw';
import dataclasses from './dataclasses.py?raw';
import datetime from './datetime.py?raw';
import enumModule from './enum.py?raw';
import functools from './functools.py?raw';
import importlib from './importlib.py?raw';
import importlibMetadata from './importlib.metadata.py?raw';
import importlibUtil from './importlib.util.py?raw';
import inspect from './inspect.py?raw';
import io from './io.py?raw';
import json from './json.py?raw';
import logging from './logging.py?raw';
import loggingConfig from './logging.config.py?raw';
import loggingHandlers from './logging.handlers.py?raw';
import os from './os.py?raw';
import osPath from './os.path.py?raw';
import pathlib from './pathlib.py?raw';
import posixpath from './posixpath.py?raw';
import re from './re.py?raw';
import sys from './sys.py?raw';
import threading from './threading.py?raw';
import time from './time.py?raw';
import typing from './typing.py?raw';
import typingExtensions from './typing_extensions.py?raw';
import uuid from './uuid.py?raw';

export const STANDARD_MODELS: readonly (readonly [string, string])[] = [
  ['_builtin_types', innerBuiltinTypes],
  ['_collections_abc', innerCollectionsAbc],
  ['_context_stacks', innerContextStacks],
  ['abc', abc],
  ['asyncio', asyncio],
  ['asyncio.base_events', asyncioBaseEvents],
  ['asyncio.coroutines', asyncioCoroutines],
  ['asyncio.events', asyncioEvents],
  ['asyncio.exceptions', asyncioExceptions],
  ['asyncio.futures', asyncioFutures],
  ['asyncio.locks', asyncioLocks],
  ['asyncio.protocols', asyncioProtocols],
  ['asyncio.queues', asyncioQueues],
  ['asyncio.runners', asyncioRunners],
  ['asyncio.streams', asyncioStreams],
  ['asyncio.subprocess', asyncioSubprocess],
  ['asyncio.taskgroups', asyncioTaskgroups],
  ['asyncio.tasks', asyncioTasks],
  ['asyncio.threads', asyncioThreads],
  ['asyncio.timeouts', asyncioTimeouts],
  ['builtins', builtins],
  ['collections', collections],
  ['collections.abc', collectionsAbc],
  ['contextlib', contextlib],
  ['dataclasses', dataclasses],
  ['datetime', datetime],
  ['enum', enumModule],
  ['functools', functools],
  ['importlib', importlib],
  ['importlib.metadata', importlibMetadata],
  ['importlib.util', importlibUtil],
  ['inspect', inspect],
  ['io', io],
  ['json', json],
  ['logging', logging],
  ['logging.config', loggingConfig],
  ['logging.handlers', loggingHandlers],
  ['os', os],
  ['os.path', osPath],
  ['pathlib', pathlib],
  ['posixpath', posixpath],
  ['re', re],
  ['sys', sys],
  ['threading', threading],
  ['time', time],
  ['typing', typing],
  ['typing_extensions', typingExtensions],
  ['uuid', uuid],
];
