"""The responses are starlette's, and two faster ones for JSON."""
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse


class ORJSONResponse(JSONResponse): pass
class UJSONResponse(JSONResponse): pass
