"""werkzeug: the package itself holds nothing that wiring asks for."""
