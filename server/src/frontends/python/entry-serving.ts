/**
 * Calls that start a server, and what they serve. Follows calls of workspace functions, so that `main()` is seen through.
 * Must not know which file is an entry point.
 */
import type { Span } from '../../base/span.ts';
import type {
  Block,
  CallExpression,
  ClassNode,
  Expression,
  FunctionNode,
  Statement,
} from '../../ir/nodes.ts';
import { forEachCall, forEachStatement } from '../../ir/walk.ts';
import { applicationMadeBy, applicationReturnedBy } from './entry-applications.ts';
import { functionNames, meaningOf, type NameScope } from './entry-names.ts';

/** What a call serves: a module variable, an import string, or something that exists only while the program runs. */
export type Served =
  | { readonly kind: 'name'; readonly name: string; readonly factory: boolean; readonly span: Span }
  | { readonly kind: 'import'; readonly target: string; readonly factory: boolean; readonly span: Span }
  | { readonly kind: 'other'; readonly span: Span };

/** What happens in a piece of code, the functions that it calls included. */
export interface Serving {
  readonly served: readonly Served[];
  /** Whether something in it runs until the program is stopped. */
  readonly runsForever: boolean;
}

interface ServerCall {
  /** Position and name of the argument that is served. */
  readonly index: number;
  readonly name: string;
}

const SERVERS: Readonly<Record<string, ServerCall>> = {
  'uvicorn.run': { index: 0, name: 'app' },
  'uvicorn.main.run': { index: 0, name: 'app' },
  'uvicorn.Config': { index: 0, name: 'app' },
  'uvicorn.config.Config': { index: 0, name: 'app' },
  'hypercorn.asyncio.serve': { index: 0, name: 'app' },
  'hypercorn.trio.serve': { index: 0, name: 'app' },
  'granian.Granian': { index: 0, name: 'target' },
  'waitress.serve': { index: 0, name: 'app' },
  'aiohttp.web.run_app': { index: 0, name: 'app' },
  'aiohttp.web.AppRunner': { index: 0, name: 'app' },
  'wsgiref.simple_server.make_server': { index: 2, name: 'app' },
  'werkzeug.serving.run_simple': { index: 2, name: 'application' },
  'eventlet.wsgi.server': { index: 1, name: 'site' },
  'gevent.pywsgi.WSGIServer': { index: 1, name: 'application' },
  'cheroot.wsgi.Server': { index: 1, name: 'wsgi_app' },
  'mangum.Mangum': { index: 0, name: 'app' },
};

/** Libraries whose mere call keeps a program running. */
const FOREVER = new Set([
  'websockets.serve',
  'websockets.server.serve',
  'websockets.asyncio.server.serve',
  'websockets.sync.server.serve',
  'asyncio.start_server',
  'asyncio.start_unix_server',
  'http.server.HTTPServer',
  'socketserver.TCPServer',
  'grpc.server',
  'grpc.aio.server',
]);
const FOREVER_METHODS = new Set([
  'run_forever',
  'serve_forever',
  'run_until_disconnected',
  'run_polling',
  'start_polling',
  'start_consuming',
  'wait_for_termination',
  'wait_closed',
]);

/** Calls of calls deeper than this are not followed. */
const MAX_DEPTH = 5;

interface Search {
  readonly served: Served[];
  runsForever: boolean;
  readonly seen: Set<Block>;
  /** The scope of the file that was asked about: its variables can be named from outside. */
  readonly file: NameScope;
}

export function servingIn(file: NameScope, block: Block, scope: NameScope = file): Serving {
  const search: Search = { served: [], runsForever: false, seen: new Set(), file };
  look(search, { scope, block, depth: 0, owner: undefined });
  return { served: search.served, runsForever: search.runsForever };
}

/** A piece of code that is looked through. */
interface Look {
  readonly scope: NameScope;
  readonly block: Block;
  readonly depth: number;
  /** The class whose method it is. */
  readonly owner: Owner | undefined;
}

interface Owner {
  readonly class: ClassNode;
  readonly scope: NameScope;
}

function look(search: Search, code: Look): void {
  if (code.depth > MAX_DEPTH || search.seen.has(code.block)) return;
  search.seen.add(code.block);
  forEachStatement(code.block, (statement) => {
    if (isEndlessLoop(statement)) search.runsForever = true;
  });
  forEachCall(code.block, (call) => lookAtCall(search, code, call));
}

function lookInto(search: Search, node: FunctionNode, scope: NameScope, depth: number, owner?: Owner): void {
  look(search, { scope: functionNames(node, scope), block: node.body().block, depth, owner });
}

function isEndlessLoop(statement: Statement): boolean {
  return statement.kind === 'while' && statement.test.kind === 'constant' && Boolean(statement.test.value);
}

function lookAtCall(search: Search, code: Look, call: CallExpression): void {
  const { scope, depth } = code;
  const meaning = meaningOf(scope, call.callee);
  if (meaning?.kind === 'function') {
    lookInto(search, meaning.function, meaning.scope, depth + 1);
    return;
  }
  if (meaning?.kind === 'library') {
    const server = Object.hasOwn(SERVERS, meaning.path) ? SERVERS[meaning.path] : undefined;
    if (server) serve(search, scope, call, argumentOf(call, server));
    if (FOREVER.has(meaning.path)) search.runsForever = true;
    return;
  }
  lookAtMethod(search, code, call);
}

/** `app.run()`, `socketio.run(app)`, `loop.run_forever()`, and methods of the application's own classes. */
function lookAtMethod(search: Search, { scope, depth, owner }: Look, call: CallExpression): void {
  if (call.callee.kind !== 'attribute') return;
  const { object, name } = call.callee;
  if (FOREVER_METHODS.has(name)) search.runsForever = true;
  const isOwn = object.kind === 'name' && object.name === 'self' && owner !== undefined;
  const receiver = isOwn ? owner : classOf(scope, object);
  const method = receiver && methodNamed(receiver.class, name);
  if (receiver && method) lookInto(search, method, receiver.scope, depth + 1, receiver);
  else if (name === 'run' || name === 'listen') lookAtRun(search, scope, call, object);
}

function lookAtRun(search: Search, scope: NameScope, call: CallExpression, object: Expression): void {
  if (applicationMadeBy(scope, object)) serve(search, scope, call, object);
  else if (isSocketServer(scope, object)) serve(search, scope, call, call.args[0]?.value);
}

/** The workspace's class that an expression makes an instance of: `Server()`, or a name that was assigned one. */
function classOf(scope: NameScope, object: Expression): Owner | undefined {
  const value = object.kind === 'name' ? meaningOf(scope, object) : undefined;
  const [made, where] = value?.kind === 'value' ? [value.value, value.scope] : [object, scope];
  const meaning = made.kind === 'call' ? meaningOf(where, made.callee) : undefined;
  return meaning?.kind === 'class' ? { class: meaning.class, scope: meaning.scope } : undefined;
}

function methodNamed(node: ClassNode, name: string): FunctionNode | undefined {
  for (const statement of node.body) {
    if (statement.kind === 'function-declaration' && statement.function.name === name)
      return statement.function;
  }
  return undefined;
}

function isSocketServer(scope: NameScope, object: Expression): boolean {
  const meaning = meaningOf(scope, object);
  if (meaning?.kind !== 'value' || meaning.value.kind !== 'call') return false;
  const made = meaningOf(meaning.scope, meaning.value.callee);
  return made?.kind === 'library' && made.path === 'flask_socketio.SocketIO';
}

function argumentOf(call: CallExpression, { index, name }: ServerCall): Expression | undefined {
  const named = call.args.find((argument) => argument.name === name);
  if (named) return named.value;
  const argument = call.args[index];
  return argument?.name === undefined && argument?.spread === 'none' ? argument.value : undefined;
}

function serve(search: Search, scope: NameScope, call: CallExpression, target: Expression | undefined): void {
  const span = { start: call.start, end: call.end };
  const factory = call.args.some(
    ({ name, value }) => name === 'factory' && value.kind === 'constant' && value.value === true,
  );
  search.runsForever = true;
  const text = target && constantText(scope, target);
  if (text?.includes(':')) search.served.push({ kind: 'import', target: text, factory, span });
  else search.served.push(servedObject(search, scope, target, factory, span));
}

/** A text that stands there, or in a module variable. */
function constantText(scope: NameScope, expression: Expression): string | undefined {
  if (expression.kind === 'constant')
    return expression.type === 'string' ? String(expression.value) : undefined;
  const meaning = expression.kind === 'name' ? meaningOf(scope, expression) : undefined;
  if (meaning?.kind !== 'value' || meaning.value.kind !== 'constant') return undefined;
  return constantText(meaning.scope, meaning.value);
}

/** A variable of the file itself can be served from outside; anything else only while the program runs. */
function servedObject(
  search: Search,
  scope: NameScope,
  target: Expression | undefined,
  factory: boolean,
  span: Span,
): Served {
  if (target?.kind !== 'name') return { kind: 'other', span };
  const meaning = meaningOf(scope, target);
  const isOwn = scope === search.file || scope.outer === search.file;
  const isLocal = scope !== search.file && scope.bindings.has(target.name);
  if (!isOwn || isLocal || !search.file.bindings.has(target.name)) return { kind: 'other', span };
  const isFactory =
    factory ||
    (meaning?.kind === 'function' && applicationReturnedBy(meaning.function, meaning.scope) !== undefined);
  return { kind: 'name', name: target.name, factory: isFactory, span };
}
