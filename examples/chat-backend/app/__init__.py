"""Chat backend: answers questions about model cost and shows the agents at work."""
