"""wsgiref: the package itself holds nothing."""
