"""TestClient is starlette's."""
from starlette.testclient import TestClient
