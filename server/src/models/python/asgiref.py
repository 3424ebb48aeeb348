"""asgiref: the package itself holds nothing."""
