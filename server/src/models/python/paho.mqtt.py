"""paho.mqtt: the package itself holds nothing."""
