"""http: the status codes stand for themselves."""
from __wiretrace__ import object_of

HTTPStatus = object_of("http.HTTPStatus")
HTTPMethod = object_of("http.HTTPMethod")
