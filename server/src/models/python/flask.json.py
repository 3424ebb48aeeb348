"""Flask and JSON."""
from _flask_responses import jsonify
from json import dump, dumps, load, loads
