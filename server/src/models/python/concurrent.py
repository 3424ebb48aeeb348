"""concurrent: the package itself holds nothing."""
