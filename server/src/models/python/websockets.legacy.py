"""websockets.legacy: the package itself holds nothing."""
