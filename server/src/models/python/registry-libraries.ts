/** Models of installed libraries of Python: module name and text. One line per file of this folder, by name; must not know the engine. */
import dotenv from './dotenv.py?raw';
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
import loguru from './loguru.py?raw';
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
import uvicorn from './uvicorn.py?raw';
import uvicornConfig from './uvicorn.config.py?raw';
import uvicornMain from './uvicorn.main.py?raw';
import uvicornServer from './uvicorn.server.py?raw';

export const LIBRARIES_MODELS: readonly (readonly [string, string])[] = [
  ['dotenv', dotenv],
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
  ['loguru', loguru],
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
  ['uvicorn', uvicorn],
  ['uvicorn.config', uvicornConfig],
  ['uvicorn.main', uvicornMain],
  ['uvicorn.server', uvicornServer],
];
