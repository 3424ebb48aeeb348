"""sqlalchemy.ext: the package itself holds nothing."""
