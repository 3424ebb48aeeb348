"""gunicorn: the package itself holds nothing."""
