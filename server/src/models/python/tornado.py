"""tornado: the package itself holds nothing but its version."""
version = "6"
