"""pytest_asyncio: what it decorates stays what it is."""
from pytest import fixture
