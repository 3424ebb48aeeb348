"""Coroutine helpers of asyncio."""
from inspect import iscoroutine, iscoroutinefunction


def coroutine(func): return func
