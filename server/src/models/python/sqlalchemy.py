"""SQLAlchemy: engines and statements are there; what a database gives is unknown."""
from __wiretrace__ import object_of
from _external import external


def create_engine(url, **kwargs): return object_of("sqlalchemy.engine.Engine")
def create_async_engine(url, **kwargs): return object_of("sqlalchemy.ext.asyncio.AsyncEngine")
def text(text): return object_of("sqlalchemy.TextClause")
def select(*entities, **kwargs): return object_of("sqlalchemy.Select")
def insert(table): return object_of("sqlalchemy.Insert")
def update(table): return object_of("sqlalchemy.Update")
def delete(table): return object_of("sqlalchemy.Delete")
def inspect(subject, raiseerr=True): return object_of("sqlalchemy.Inspector")
def __getattr__(name): return external("sqlalchemy." + name)
