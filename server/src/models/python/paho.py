"""paho: the package itself holds nothing."""
