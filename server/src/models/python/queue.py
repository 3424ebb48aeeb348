"""Queues between threads: what another thread puts in cannot be told when it is taken out."""
from __wiretrace__ import sequence_add, some, unknown, unknown_boolean


class Empty(Exception): pass
class Full(Exception): pass
class ShutDown(Exception): pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.queue = []
    def __class_getitem__(cls, item): return cls
    def put(self, item, block=True, timeout=None): sequence_add(self.queue, item)
    def put_nowait(self, item): sequence_add(self.queue, item)
    def get(self, block=True, timeout=None):
        if (block is False or timeout is not None) and unknown_boolean("whether the queue is empty"):
            raise Empty
        return unknown("what another thread put into the queue")
    def get_nowait(self): return self.get(False)
    def join(self): return None
    def task_done(self): return None
    def qsize(self): return some("int")
    def empty(self): return unknown_boolean("whether the queue is empty")
    def full(self): return unknown_boolean("whether the queue is full")
    def shutdown(self, immediate=False): return None


class PriorityQueue(Queue): pass
class LifoQueue(Queue): pass
class SimpleQueue(Queue):
    def __init__(self): self.queue = []
