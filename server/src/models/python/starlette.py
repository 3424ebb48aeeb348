"""starlette: the package itself holds nothing but its version."""
__version__ = "0"
