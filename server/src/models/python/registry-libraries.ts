/** Models of installed libraries of Python: module name and text. One line per file of this folder, by name; must not know the engine. */
import aioPika from './aio_pika.py?raw';
import aiohttp from './aiohttp.py?raw';
import aiohttpWeb from './aiohttp.web.py?raw';
import aiohttpWebApp from './aiohttp.web_app.py?raw';
import aiohttpWebResponses from './aiohttp.web_responses.py?raw';
import aiohttpWebRoutes from './aiohttp.web_routes.py?raw';
import aiorun from './aiorun.py?raw';
import anyio from './anyio.py?raw';
import anyioToThread from './anyio.to_thread.py?raw';
import apscheduler from './apscheduler.py?raw';
import apschedulerSchedulers from './apscheduler.schedulers.py?raw';
import apschedulerSchedulersAsyncio from './apscheduler.schedulers.asyncio.py?raw';
import apschedulerSchedulersBackground from './apscheduler.schedulers.background.py?raw';
import apschedulerSchedulersBase from './apscheduler.schedulers.base.py?raw';
import apschedulerSchedulersBlocking from './apscheduler.schedulers.blocking.py?raw';
import apschedulerSchedulersGevent from './apscheduler.schedulers.gevent.py?raw';
import apschedulerSchedulersTornado from './apscheduler.schedulers.tornado.py?raw';
import asgiref from './asgiref.py?raw';
import asgirefSync from './asgiref.sync.py?raw';
import attr from './attr.py?raw';
import attrs from './attrs.py?raw';
import celery from './celery.py?raw';
import celerySchedules from './celery.schedules.py?raw';
import celerySignals from './celery.signals.py?raw';
import channels from './channels.py?raw';
import channelsAuth from './channels.auth.py?raw';
import channelsDb from './channels.db.py?raw';
import channelsGeneric from './channels.generic.py?raw';
import channelsGenericWebsocket from './channels.generic.websocket.py?raw';
import channelsLayers from './channels.layers.py?raw';
import channelsRouting from './channels.routing.py?raw';
import channelsSessions from './channels.sessions.py?raw';
import click from './click.py?raw';
import daphne from './daphne.py?raw';
import daphneServer from './daphne.server.py?raw';
import decouple from './decouple.py?raw';
import django from './django.py?raw';
import djangoApps from './django.apps.py?raw';
import djangoConf from './django.conf.py?raw';
import djangoCore from './django.core.py?raw';
import djangoCoreAsgi from './django.core.asgi.py?raw';
import djangoCoreManagement from './django.core.management.py?raw';
import djangoCoreWsgi from './django.core.wsgi.py?raw';
import djangoDispatch from './django.dispatch.py?raw';
import djangoUrls from './django.urls.py?raw';
import dotenv from './dotenv.py?raw';
import dynaconf from './dynaconf.py?raw';
import environs from './environs.py?raw';
import eventlet from './eventlet.py?raw';
import eventletWsgi from './eventlet.wsgi.py?raw';
import fastapi from './fastapi.py?raw';
import fastapiApplications from './fastapi.applications.py?raw';
import fastapiBackground from './fastapi.background.py?raw';
import fastapiConcurrency from './fastapi.concurrency.py?raw';
import fastapiDatastructures from './fastapi.datastructures.py?raw';
import fastapiEncoders from './fastapi.encoders.py?raw';
import fastapiExceptions from './fastapi.exceptions.py?raw';
import fastapiMiddleware from './fastapi.middleware.py?raw';
import fastapiMiddlewareCors from './fastapi.middleware.cors.py?raw';
import fastapiMiddlewareGzip from './fastapi.middleware.gzip.py?raw';
import fastapiMiddlewareHttpsredirect from './fastapi.middleware.httpsredirect.py?raw';
import fastapiMiddlewareTrustedhost from './fastapi.middleware.trustedhost.py?raw';
import fastapiParamFunctions from './fastapi.param_functions.py?raw';
import fastapiParams from './fastapi.params.py?raw';
import fastapiRequests from './fastapi.requests.py?raw';
import fastapiResponses from './fastapi.responses.py?raw';
import fastapiRouting from './fastapi.routing.py?raw';
import fastapiStaticfiles from './fastapi.staticfiles.py?raw';
import fastapiTemplating from './fastapi.templating.py?raw';
import fastapiTestclient from './fastapi.testclient.py?raw';
import fastapiWebsockets from './fastapi.websockets.py?raw';
import fire from './fire.py?raw';
import flask from './flask.py?raw';
import flaskJson from './flask.json.py?raw';
import flaskViews from './flask.views.py?raw';
import flaskSocketio from './flask_socketio.py?raw';
import gevent from './gevent.py?raw';
import geventMonkey from './gevent.monkey.py?raw';
import geventPywsgi from './gevent.pywsgi.py?raw';
import granian from './granian.py?raw';
import gunicorn from './gunicorn.py?raw';
import gunicornApp from './gunicorn.app.py?raw';
import gunicornAppBase from './gunicorn.app.base.py?raw';
import hypercorn from './hypercorn.py?raw';
import hypercornAsyncio from './hypercorn.asyncio.py?raw';
import hypercornConfig from './hypercorn.config.py?raw';
import hypercornRun from './hypercorn.run.py?raw';
import hypercornTrio from './hypercorn.trio.py?raw';
import loguru from './loguru.py?raw';
import nestAsyncio from './nest_asyncio.py?raw';
import paho from './paho.py?raw';
import pahoMqtt from './paho.mqtt.py?raw';
import pahoMqttClient from './paho.mqtt.client.py?raw';
import pika from './pika.py?raw';
import pydantic from './pydantic.py?raw';
import pydanticDataclasses from './pydantic.dataclasses.py?raw';
import pydanticEnvSettings from './pydantic.env_settings.py?raw';
import pydanticFields from './pydantic.fields.py?raw';
import pydanticFunctionalSerializers from './pydantic.functional_serializers.py?raw';
import pydanticFunctionalValidators from './pydantic.functional_validators.py?raw';
import pydanticMain from './pydantic.main.py?raw';
import pydanticTypes from './pydantic.types.py?raw';
import pydanticV1 from './pydantic.v1.py?raw';
import pydanticCore from './pydantic_core.py?raw';
import pydanticSettings from './pydantic_settings.py?raw';
import pytest from './pytest.py?raw';
import pytestAsyncio from './pytest_asyncio.py?raw';
import quart from './quart.py?raw';
import redis from './redis.py?raw';
import redisAsyncio from './redis.asyncio.py?raw';
import redisClient from './redis.client.py?raw';
import redisExceptions from './redis.exceptions.py?raw';
import sanic from './sanic.py?raw';
import schedule from './schedule.py?raw';
import socketio from './socketio.py?raw';
import socketioAsgi from './socketio.asgi.py?raw';
import socketioExceptions from './socketio.exceptions.py?raw';
import sqlalchemy from './sqlalchemy.py?raw';
import sqlalchemyExt from './sqlalchemy.ext.py?raw';
import sqlalchemyExtAsyncio from './sqlalchemy.ext.asyncio.py?raw';
import sqlalchemyExtDeclarative from './sqlalchemy.ext.declarative.py?raw';
import sqlalchemyOrm from './sqlalchemy.orm.py?raw';
import starlette from './starlette.py?raw';
import starletteApplications from './starlette.applications.py?raw';
import starletteBackground from './starlette.background.py?raw';
import starletteConcurrency from './starlette.concurrency.py?raw';
import starletteConfig from './starlette.config.py?raw';
import starletteDatastructures from './starlette.datastructures.py?raw';
import starletteEndpoints from './starlette.endpoints.py?raw';
import starletteExceptions from './starlette.exceptions.py?raw';
import starletteMiddleware from './starlette.middleware.py?raw';
import starletteMiddlewareBase from './starlette.middleware.base.py?raw';
import starletteMiddlewareCors from './starlette.middleware.cors.py?raw';
import starletteMiddlewareGzip from './starlette.middleware.gzip.py?raw';
import starletteMiddlewareHttpsredirect from './starlette.middleware.httpsredirect.py?raw';
import starletteMiddlewareSessions from './starlette.middleware.sessions.py?raw';
import starletteMiddlewareTrustedhost from './starlette.middleware.trustedhost.py?raw';
import starletteRequests from './starlette.requests.py?raw';
import starletteResponses from './starlette.responses.py?raw';
import starletteRouting from './starlette.routing.py?raw';
import starletteStaticfiles from './starlette.staticfiles.py?raw';
import starletteStatus from './starlette.status.py?raw';
import starletteTemplating from './starlette.templating.py?raw';
import starletteTestclient from './starlette.testclient.py?raw';
import starletteWebsockets from './starlette.websockets.py?raw';
import structlog from './structlog.py?raw';
import tornado from './tornado.py?raw';
import tornadoHttpserver from './tornado.httpserver.py?raw';
import tornadoIoloop from './tornado.ioloop.py?raw';
import tornadoWeb from './tornado.web.py?raw';
import tornadoWebsocket from './tornado.websocket.py?raw';
import typer from './typer.py?raw';
import uvicorn from './uvicorn.py?raw';
import uvicornConfig from './uvicorn.config.py?raw';
import uvicornMain from './uvicorn.main.py?raw';
import uvicornServer from './uvicorn.server.py?raw';
import uvloop from './uvloop.py?raw';
import waitress from './waitress.py?raw';
import watchdog from './watchdog.py?raw';
import watchdogEvents from './watchdog.events.py?raw';
import watchdogObservers from './watchdog.observers.py?raw';
import websockets from './websockets.py?raw';
import websocketsAsyncio from './websockets.asyncio.py?raw';
import websocketsAsyncioClient from './websockets.asyncio.client.py?raw';
import websocketsAsyncioServer from './websockets.asyncio.server.py?raw';
import websocketsClient from './websockets.client.py?raw';
import websocketsExceptions from './websockets.exceptions.py?raw';
import websocketsLegacy from './websockets.legacy.py?raw';
import websocketsLegacyServer from './websockets.legacy.server.py?raw';
import websocketsServer from './websockets.server.py?raw';
import websocketsSync from './websockets.sync.py?raw';
import websocketsSyncServer from './websockets.sync.server.py?raw';
import werkzeug from './werkzeug.py?raw';
import werkzeugExceptions from './werkzeug.exceptions.py?raw';
import werkzeugServing from './werkzeug.serving.py?raw';

export const LIBRARIES_MODELS: readonly (readonly [string, string])[] = [
  ['aio_pika', aioPika],
  ['aiohttp', aiohttp],
  ['aiohttp.web', aiohttpWeb],
  ['aiohttp.web_app', aiohttpWebApp],
  ['aiohttp.web_responses', aiohttpWebResponses],
  ['aiohttp.web_routes', aiohttpWebRoutes],
  ['aiorun', aiorun],
  ['anyio', anyio],
  ['anyio.to_thread', anyioToThread],
  ['apscheduler', apscheduler],
  ['apscheduler.schedulers', apschedulerSchedulers],
  ['apscheduler.schedulers.asyncio', apschedulerSchedulersAsyncio],
  ['apscheduler.schedulers.background', apschedulerSchedulersBackground],
  ['apscheduler.schedulers.base', apschedulerSchedulersBase],
  ['apscheduler.schedulers.blocking', apschedulerSchedulersBlocking],
  ['apscheduler.schedulers.gevent', apschedulerSchedulersGevent],
  ['apscheduler.schedulers.tornado', apschedulerSchedulersTornado],
  ['asgiref', asgiref],
  ['asgiref.sync', asgirefSync],
  ['attr', attr],
  ['attrs', attrs],
  ['celery', celery],
  ['celery.schedules', celerySchedules],
  ['celery.signals', celerySignals],
  ['channels', channels],
  ['channels.auth', channelsAuth],
  ['channels.db', channelsDb],
  ['channels.generic', channelsGeneric],
  ['channels.generic.websocket', channelsGenericWebsocket],
  ['channels.layers', channelsLayers],
  ['channels.routing', channelsRouting],
  ['channels.sessions', channelsSessions],
  ['click', click],
  ['daphne', daphne],
  ['daphne.server', daphneServer],
  ['decouple', decouple],
  ['django', django],
  ['django.apps', djangoApps],
  ['django.conf', djangoConf],
  ['django.core', djangoCore],
  ['django.core.asgi', djangoCoreAsgi],
  ['django.core.management', djangoCoreManagement],
  ['django.core.wsgi', djangoCoreWsgi],
  ['django.dispatch', djangoDispatch],
  ['django.urls', djangoUrls],
  ['dotenv', dotenv],
  ['dynaconf', dynaconf],
  ['environs', environs],
  ['eventlet', eventlet],
  ['eventlet.wsgi', eventletWsgi],
  ['fastapi', fastapi],
  ['fastapi.applications', fastapiApplications],
  ['fastapi.background', fastapiBackground],
  ['fastapi.concurrency', fastapiConcurrency],
  ['fastapi.datastructures', fastapiDatastructures],
  ['fastapi.encoders', fastapiEncoders],
  ['fastapi.exceptions', fastapiExceptions],
  ['fastapi.middleware', fastapiMiddleware],
  ['fastapi.middleware.cors', fastapiMiddlewareCors],
  ['fastapi.middleware.gzip', fastapiMiddlewareGzip],
  ['fastapi.middleware.httpsredirect', fastapiMiddlewareHttpsredirect],
  ['fastapi.middleware.trustedhost', fastapiMiddlewareTrustedhost],
  ['fastapi.param_functions', fastapiParamFunctions],
  ['fastapi.params', fastapiParams],
  ['fastapi.requests', fastapiRequests],
  ['fastapi.responses', fastapiResponses],
  ['fastapi.routing', fastapiRouting],
  ['fastapi.staticfiles', fastapiStaticfiles],
  ['fastapi.templating', fastapiTemplating],
  ['fastapi.testclient', fastapiTestclient],
  ['fastapi.websockets', fastapiWebsockets],
  ['fire', fire],
  ['flask', flask],
  ['flask.json', flaskJson],
  ['flask.views', flaskViews],
  ['flask_socketio', flaskSocketio],
  ['gevent', gevent],
  ['gevent.monkey', geventMonkey],
  ['gevent.pywsgi', geventPywsgi],
  ['granian', granian],
  ['gunicorn', gunicorn],
  ['gunicorn.app', gunicornApp],
  ['gunicorn.app.base', gunicornAppBase],
  ['hypercorn', hypercorn],
  ['hypercorn.asyncio', hypercornAsyncio],
  ['hypercorn.config', hypercornConfig],
  ['hypercorn.run', hypercornRun],
  ['hypercorn.trio', hypercornTrio],
  ['loguru', loguru],
  ['nest_asyncio', nestAsyncio],
  ['paho', paho],
  ['paho.mqtt', pahoMqtt],
  ['paho.mqtt.client', pahoMqttClient],
  ['pika', pika],
  ['pydantic', pydantic],
  ['pydantic.dataclasses', pydanticDataclasses],
  ['pydantic.env_settings', pydanticEnvSettings],
  ['pydantic.fields', pydanticFields],
  ['pydantic.functional_serializers', pydanticFunctionalSerializers],
  ['pydantic.functional_validators', pydanticFunctionalValidators],
  ['pydantic.main', pydanticMain],
  ['pydantic.types', pydanticTypes],
  ['pydantic.v1', pydanticV1],
  ['pydantic_core', pydanticCore],
  ['pydantic_settings', pydanticSettings],
  ['pytest', pytest],
  ['pytest_asyncio', pytestAsyncio],
  ['quart', quart],
  ['redis', redis],
  ['redis.asyncio', redisAsyncio],
  ['redis.client', redisClient],
  ['redis.exceptions', redisExceptions],
  ['sanic', sanic],
  ['schedule', schedule],
  ['socketio', socketio],
  ['socketio.asgi', socketioAsgi],
  ['socketio.exceptions', socketioExceptions],
  ['sqlalchemy', sqlalchemy],
  ['sqlalchemy.ext', sqlalchemyExt],
  ['sqlalchemy.ext.asyncio', sqlalchemyExtAsyncio],
  ['sqlalchemy.ext.declarative', sqlalchemyExtDeclarative],
  ['sqlalchemy.orm', sqlalchemyOrm],
  ['starlette', starlette],
  ['starlette.applications', starletteApplications],
  ['starlette.background', starletteBackground],
  ['starlette.concurrency', starletteConcurrency],
  ['starlette.config', starletteConfig],
  ['starlette.datastructures', starletteDatastructures],
  ['starlette.endpoints', starletteEndpoints],
  ['starlette.exceptions', starletteExceptions],
  ['starlette.middleware', starletteMiddleware],
  ['starlette.middleware.base', starletteMiddlewareBase],
  ['starlette.middleware.cors', starletteMiddlewareCors],
  ['starlette.middleware.gzip', starletteMiddlewareGzip],
  ['starlette.middleware.httpsredirect', starletteMiddlewareHttpsredirect],
  ['starlette.middleware.sessions', starletteMiddlewareSessions],
  ['starlette.middleware.trustedhost', starletteMiddlewareTrustedhost],
  ['starlette.requests', starletteRequests],
  ['starlette.responses', starletteResponses],
  ['starlette.routing', starletteRouting],
  ['starlette.staticfiles', starletteStaticfiles],
  ['starlette.status', starletteStatus],
  ['starlette.templating', starletteTemplating],
  ['starlette.testclient', starletteTestclient],
  ['starlette.websockets', starletteWebsockets],
  ['structlog', structlog],
  ['tornado', tornado],
  ['tornado.httpserver', tornadoHttpserver],
  ['tornado.ioloop', tornadoIoloop],
  ['tornado.web', tornadoWeb],
  ['tornado.websocket', tornadoWebsocket],
  ['typer', typer],
  ['uvicorn', uvicorn],
  ['uvicorn.config', uvicornConfig],
  ['uvicorn.main', uvicornMain],
  ['uvicorn.server', uvicornServer],
  ['uvloop', uvloop],
  ['waitress', waitress],
  ['watchdog', watchdog],
  ['watchdog.events', watchdogEvents],
  ['watchdog.observers', watchdogObservers],
  ['websockets', websockets],
  ['websockets.asyncio', websocketsAsyncio],
  ['websockets.asyncio.client', websocketsAsyncioClient],
  ['websockets.asyncio.server', websocketsAsyncioServer],
  ['websockets.client', websocketsClient],
  ['websockets.exceptions', websocketsExceptions],
  ['websockets.legacy', websocketsLegacy],
  ['websockets.legacy.server', websocketsLegacyServer],
  ['websockets.server', websocketsServer],
  ['websockets.sync', websocketsSync],
  ['websockets.sync.server', websocketsSyncServer],
  ['werkzeug', werkzeug],
  ['werkzeug.exceptions', werkzeugExceptions],
  ['werkzeug.serving', werkzeugServing],
];
