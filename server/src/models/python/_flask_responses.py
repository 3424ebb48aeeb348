"""Responses of Flask and Quart."""
from __wiretrace__ import some, unknown
from _open_containers import list_of
from werkzeug.exceptions import HTTPException


class Response:
    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None, direct_passthrough=False): pass
    def __getattr__(self, name): return unknown("a property of a response")


def jsonify(*args, **kwargs): return Response()
def make_response(*args): return Response()
def redirect(location, code=302, **options): return Response()
def render_template(template_name_or_list, **context): return some("str")
def render_template_string(source, **context): return some("str")
def stream_template(template_name_or_list, **context): return some("str")
def stream_with_context(generator_or_function): return generator_or_function
def send_file(path_or_file, *args, **kwargs): return Response()
def send_from_directory(directory, path, **kwargs): return Response()
def url_for(endpoint, **values): return some("str")
def flash(message, category="message"): return None
def get_flashed_messages(with_categories=False, category_filter=()): return list_of(unknown("an element of a list"))
def abort(code, *args, **kwargs): raise HTTPException(code)
