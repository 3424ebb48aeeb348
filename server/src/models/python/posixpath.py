"""posixpath is what os.path is on a server."""
from os.path import *
