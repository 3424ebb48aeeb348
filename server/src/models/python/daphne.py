"""daphne: the package itself holds nothing."""
