"""channels.generic: the package itself holds nothing."""
