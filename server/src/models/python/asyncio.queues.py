"""Queues: what another task puts in cannot be told when it is taken out."""
from __wiretrace__ import sequence_add, some, unknown, unknown_boolean
from asyncio.exceptions import QueueEmpty, QueueFull, QueueShutDown


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._queue = []
    async def put(self, item): sequence_add(self._queue, item)
    def put_nowait(self, item): sequence_add(self._queue, item)
    async def get(self): return unknown("what another task put into the queue")
    def get_nowait(self): return unknown("what another task put into the queue")
    async def join(self): return None
    def task_done(self): return None
    def qsize(self): return some("int")
    def empty(self): return unknown_boolean("whether the queue is empty")
    def full(self): return unknown_boolean("whether the queue is full")
    def shutdown(self, immediate=False): return None
    def __class_getitem__(cls, item): return cls


class PriorityQueue(Queue): pass
class LifoQueue(Queue): pass
