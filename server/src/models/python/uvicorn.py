"""uvicorn: what runs an application serves it."""
from uvicorn.config import Config
from uvicorn.server import Server
from uvicorn.main import main, run

__version__ = "0"
