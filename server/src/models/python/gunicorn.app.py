"""gunicorn.app: the package itself holds nothing."""
