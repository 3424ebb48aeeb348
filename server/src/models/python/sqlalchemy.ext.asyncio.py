"""Asynchronous engines and sessions."""
from __wiretrace__ import object_of
from _external import external
from sqlalchemy import create_async_engine
from sqlalchemy.orm import sessionmaker


class async_sessionmaker(sessionmaker):
    def __call__(self, **local_kw): return object_of("sqlalchemy.ext.asyncio.AsyncSession")
    def begin(self): return object_of("sqlalchemy.ext.asyncio.AsyncSession")


def __getattr__(name): return external("sqlalchemy.ext.asyncio." + name)
