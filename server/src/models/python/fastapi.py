"""FastAPI: re-exports its submodules, as the package does."""
from fastapi.applications import FastAPI
from fastapi.background import BackgroundTasks
from fastapi.datastructures import UploadFile
from fastapi.exceptions import HTTPException, WebSocketException
from fastapi.param_functions import Body, Cookie, Depends, File, Form, Header, Path, Query, Security
from fastapi.requests import Request
from fastapi.responses import Response
from fastapi.routing import APIRouter
from fastapi.websockets import WebSocket, WebSocketDisconnect
import starlette.status as status

__version__ = "0"
