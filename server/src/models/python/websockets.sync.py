"""websockets.sync: the package itself holds nothing."""
