"""Quart: Flask's interface with coroutines; before_serving functions run before serving."""
from __wiretrace__ import enter_context, kind_of, later, make_context_manager, object_of, run, sequence_add, serve, serving_point
from _external import external
from flask import Flask, Blueprint, current_app, g, request, session
from _flask_responses import Response, abort, jsonify, redirect, url_for

websocket = object_of("quart.Websocket")


class Quart(Flask):
    def __init__(self, import_name, *args, **kwargs):
        super().__init__(import_name)
        self.before_serving_funcs = []
        self.while_serving_gens = []
    def before_serving(self, func):
        sequence_add(self.before_serving_funcs, func)
        return func
    def after_serving(self, func): return func
    def while_serving(self, func):
        sequence_add(self.while_serving_gens, func)
        return func
    def add_background_task(self, func, *args, **kwargs): later(func, *args, **kwargs)
    def run(self, host=None, port=None, debug=None, **kwargs): serve(self)
    async def run_task(self, host="127.0.0.1", port=5000, debug=None, **kwargs): serve(self)
    async def startup(self): await self._start()
    def __serve__(self): run(self._serve())
    async def _serve(self):
        await self._start()
        serving_point()
    async def _start(self):
        for function in self.before_serving_funcs:
            result = function()
            if kind_of(result) == "coroutine":
                await result
        for generator in self.while_serving_gens:
            enter_context(make_context_manager(generator)())


async def make_response(*args): return Response()
async def render_template(template_name_or_list, **context): return ""
async def send_file(*args, **kwargs): return Response()
async def send_from_directory(*args, **kwargs): return Response()
def copy_current_websocket_context(func): return func
def __getattr__(name): return external("quart." + name)
