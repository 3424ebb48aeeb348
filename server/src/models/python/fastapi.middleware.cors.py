"""CORSMiddleware is starlette's."""
from starlette.middleware.cors import CORSMiddleware
