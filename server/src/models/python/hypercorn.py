"""hypercorn: the package itself holds the configuration."""
from hypercorn.config import Config
