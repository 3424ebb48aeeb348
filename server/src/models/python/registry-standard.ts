/** Models of the standard library of Python: module name and text. One line per file of this folder, by name; must not know the engine. */
import innerBuiltinTypes from './_builtin_types.py?raw';
import innerCollectionsAbc from './_collections_abc.py?raw';
import innerContextStacks from './_context_stacks.py?raw';
import innerExternal from './_external.py?raw';
import innerFlaskConfig from './_flask_config.py?raw';
import innerFlaskResponses from './_flask_responses.py?raw';
import innerFlaskScaffold from './_flask_scaffold.py?raw';
import innerOpenContainers from './_open_containers.py?raw';
import abc from './abc.py?raw';
import argparse from './argparse.py?raw';
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
import atexit from './atexit.py?raw';
import base64 from './base64.py?raw';
import builtins from './builtins.py?raw';
import collections from './collections.py?raw';
import collectionsAbc from './collections.abc.py?raw';
import concurrent from './concurrent.py?raw';
import concurrentFutures from './concurrent.futures.py?raw';
import concurrentFuturesThread from './concurrent.futures.thread.py?raw';
import contextlib from './contextlib.py?raw';
import contextvars from './contextvars.py?raw';
import copy from './copy.py?raw';
import dataclasses from './dataclasses.py?raw';
import datetime from './datetime.py?raw';
import decimal from './decimal.py?raw';
import enumModule from './enum.py?raw';
import functools from './functools.py?raw';
import hashlib from './hashlib.py?raw';
import http from './http.py?raw';
import httpServer from './http.server.py?raw';
import importlib from './importlib.py?raw';
import importlibMetadata from './importlib.metadata.py?raw';
import importlibUtil from './importlib.util.py?raw';
import inspect from './inspect.py?raw';
import io from './io.py?raw';
import itertools from './itertools.py?raw';
import json from './json.py?raw';
import logging from './logging.py?raw';
import loggingConfig from './logging.config.py?raw';
import loggingHandlers from './logging.handlers.py?raw';
import math from './math.py?raw';
import multiprocessing from './multiprocessing.py?raw';
import operator from './operator.py?raw';
import os from './os.py?raw';
import osPath from './os.path.py?raw';
import pathlib from './pathlib.py?raw';
import platform from './platform.py?raw';
import posixpath from './posixpath.py?raw';
import queue from './queue.py?raw';
import random from './random.py?raw';
import re from './re.py?raw';
import sched from './sched.py?raw';
import secrets from './secrets.py?raw';
import shutil from './shutil.py?raw';
import signal from './signal.py?raw';
import socket from './socket.py?raw';
import socketserver from './socketserver.py?raw';
import string from './string.py?raw';
import subprocess from './subprocess.py?raw';
import sys from './sys.py?raw';
import tempfile from './tempfile.py?raw';
import threading from './threading.py?raw';
import time from './time.py?raw';
import traceback from './traceback.py?raw';
import types from './types.py?raw';
import typing from './typing.py?raw';
import typingExtensions from './typing_extensions.py?raw';
import uuid from './uuid.py?raw';
import warnings from './warnings.py?raw';
import weakref from './weakref.py?raw';
import wsgiref from './wsgiref.py?raw';
import wsgirefSimpleServer from './wsgiref.simple_server.py?raw';

export const STANDARD_MODELS: readonly (readonly [string, string])[] = [
  ['_builtin_types', innerBuiltinTypes],
  ['_collections_abc', innerCollectionsAbc],
  ['_context_stacks', innerContextStacks],
  ['_external', innerExternal],
  ['_flask_config', innerFlaskConfig],
  ['_flask_responses', innerFlaskResponses],
  ['_flask_scaffold', innerFlaskScaffold],
  ['_open_containers', innerOpenContainers],
  ['abc', abc],
  ['argparse', argparse],
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
  ['atexit', atexit],
  ['base64', base64],
  ['builtins', builtins],
  ['collections', collections],
  ['collections.abc', collectionsAbc],
  ['concurrent', concurrent],
  ['concurrent.futures', concurrentFutures],
  ['concurrent.futures.thread', concurrentFuturesThread],
  ['contextlib', contextlib],
  ['contextvars', contextvars],
  ['copy', copy],
  ['dataclasses', dataclasses],
  ['datetime', datetime],
  ['decimal', decimal],
  ['enum', enumModule],
  ['functools', functools],
  ['hashlib', hashlib],
  ['http', http],
  ['http.server', httpServer],
  ['importlib', importlib],
  ['importlib.metadata', importlibMetadata],
  ['importlib.util', importlibUtil],
  ['inspect', inspect],
  ['io', io],
  ['itertools', itertools],
  ['json', json],
  ['logging', logging],
  ['logging.config', loggingConfig],
  ['logging.handlers', loggingHandlers],
  ['math', math],
  ['multiprocessing', multiprocessing],
  ['operator', operator],
  ['os', os],
  ['os.path', osPath],
  ['pathlib', pathlib],
  ['platform', platform],
  ['posixpath', posixpath],
  ['queue', queue],
  ['random', random],
  ['re', re],
  ['sched', sched],
  ['secrets', secrets],
  ['shutil', shutil],
  ['signal', signal],
  ['socket', socket],
  ['socketserver', socketserver],
  ['string', string],
  ['subprocess', subprocess],
  ['sys', sys],
  ['tempfile', tempfile],
  ['threading', threading],
  ['time', time],
  ['traceback', traceback],
  ['types', types],
  ['typing', typing],
  ['typing_extensions', typingExtensions],
  ['uuid', uuid],
  ['warnings', warnings],
  ['weakref', weakref],
  ['wsgiref', wsgiref],
  ['wsgiref.simple_server', wsgirefSimpleServer],
];
