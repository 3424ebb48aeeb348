/**
 * Which expressions make an application that a server can serve, by the library class they end at.
 * Must not know how files are found nor which applications are entry points.
 */
import type { CallExpression, ClassNode, Expression, FunctionNode } from '../../ir/nodes.ts';
import { flattened, functionNames, meaningOf, type Meaning, type NameScope } from './entry-names.ts';

export type Protocol = 'asgi' | 'wsgi';

/** How an application is made. */
export interface MadeApplication {
  readonly protocol: Protocol;
  /** Dotted name of the class or function of the library. */
  readonly library: string;
  /** The call of the library. */
  readonly call: CallExpression;
  /** Where the names of the call are looked up. */
  readonly scope: NameScope;
}

const APPLICATIONS: Readonly<Record<string, Protocol>> = {
  'fastapi.FastAPI': 'asgi',
  'fastapi.applications.FastAPI': 'asgi',
  'starlette.applications.Starlette': 'asgi',
  'quart.Quart': 'asgi',
  'quart.app.Quart': 'asgi',
  'sanic.Sanic': 'asgi',
  'sanic.app.Sanic': 'asgi',
  'litestar.Litestar': 'asgi',
  'litestar.app.Litestar': 'asgi',
  'blacksheep.Application': 'asgi',
  'falcon.asgi.App': 'asgi',
  'robyn.Robyn': 'asgi',
  'connexion.AsyncApp': 'asgi',
  'aiohttp.web.Application': 'asgi',
  'aiohttp.web_app.Application': 'asgi',
  'tornado.web.Application': 'asgi',
  'socketio.ASGIApp': 'asgi',
  'engineio.ASGIApp': 'asgi',
  'channels.routing.ProtocolTypeRouter': 'asgi',
  'django.core.asgi.get_asgi_application': 'asgi',
  'django.core.wsgi.get_wsgi_application': 'wsgi',
  'socketio.WSGIApp': 'wsgi',
  'socketio.Middleware': 'wsgi',
  'flask.Flask': 'wsgi',
  'flask.app.Flask': 'wsgi',
  'falcon.App': 'wsgi',
  'bottle.Bottle': 'wsgi',
  'connexion.App': 'wsgi',
  'connexion.FlaskApp': 'wsgi',
};

/** Factories within factories deeper than this are not followed. */
const MAX_DEPTH = 4;

/** The application that an expression makes; `undefined` where it makes none. */
export function applicationMadeBy(
  scope: NameScope,
  expression: Expression,
  depth = MAX_DEPTH,
): MadeApplication | undefined {
  if (depth === 0) return undefined;
  if (expression.kind === 'name') {
    const meaning = meaningOf(scope, expression);
    return meaning?.kind === 'value' ? applicationMadeBy(meaning.scope, meaning.value, depth - 1) : undefined;
  }
  if (expression.kind === 'await') return applicationMadeBy(scope, expression.value, depth);
  if (expression.kind !== 'call') return undefined;
  const meaning = meaningOf(scope, expression.callee);
  const made = meaning && madeByCall(scope, expression, meaning, depth);
  return made ?? madeAround(scope, expression, meaning, depth);
}

function madeByCall(
  scope: NameScope,
  call: CallExpression,
  meaning: Meaning,
  depth: number,
): MadeApplication | undefined {
  if (meaning.kind === 'library') {
    const protocol = protocolOf(meaning.path);
    return protocol && { protocol, library: meaning.path, call, scope };
  }
  if (meaning.kind === 'class') {
    const base = libraryBase(meaning.class, meaning.scope, depth);
    const protocol = base === undefined ? undefined : protocolOf(base);
    return protocol && base !== undefined ? { protocol, library: base, call, scope } : undefined;
  }
  return meaning.kind === 'function'
    ? applicationReturnedBy(meaning.function, meaning.scope, depth - 1)
    : undefined;
}

function protocolOf(path: string): Protocol | undefined {
  return Object.hasOwn(APPLICATIONS, path) ? APPLICATIONS[path] : undefined;
}

/** The application that a factory returns. */
export function applicationReturnedBy(
  node: FunctionNode,
  scope: NameScope,
  depth = MAX_DEPTH,
): MadeApplication | undefined {
  if (depth === 0) return undefined;
  const inner = functionNames(node, scope);
  for (const statement of flattened(node.body().block)) {
    if (statement.kind !== 'return' || !statement.value) continue;
    const made = applicationMadeBy(inner, statement.value, depth);
    if (made) return made;
  }
  return undefined;
}

function libraryBase(node: ClassNode, scope: NameScope, depth: number): string | undefined {
  if (depth === 0) return undefined;
  for (const { name, value } of node.bases) {
    if (name !== undefined) continue;
    const meaning = meaningOf(scope, value);
    if (meaning?.kind === 'library' && protocolOf(meaning.path)) return meaning.path;
    const inherited =
      meaning?.kind === 'class' ? libraryBase(meaning.class, meaning.scope, depth - 1) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** A middleware around an application (`SentryAsgiMiddleware(app)`) is served in its place. */
function madeAround(
  scope: NameScope,
  call: CallExpression,
  meaning: Meaning | undefined,
  depth: number,
): MadeApplication | undefined {
  if (meaning?.kind !== 'library' && meaning?.kind !== 'class') return undefined;
  const name =
    meaning.kind === 'library' ? meaning.path.slice(meaning.path.lastIndexOf('.') + 1) : meaning.class.name;
  if (!/(?:Middleware|ASGIApp|WSGIApp|Asgi\w*|Wsgi\w*)$/.test(name)) return undefined;
  for (const argument of call.args) {
    const inner =
      argument.spread === 'none' ? applicationMadeBy(scope, argument.value, depth - 1) : undefined;
    if (inner) return { ...inner, call, scope };
  }
  return undefined;
}
