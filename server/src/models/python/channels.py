"""channels: the package itself holds nothing."""
