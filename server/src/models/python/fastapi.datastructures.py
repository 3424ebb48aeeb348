"""The data structures are starlette's."""
from starlette.datastructures import Address, FormData, Headers, QueryParams, State, URL, UploadFile
