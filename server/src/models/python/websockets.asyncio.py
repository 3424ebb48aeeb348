"""websockets.asyncio: the package itself holds nothing."""
