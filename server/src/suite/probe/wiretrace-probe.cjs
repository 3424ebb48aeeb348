'use strict';
/**
 * Records what really happens to the critical events while a suite runs; the application knows nothing of it.
 *
 * Loaded by `NODE_OPTIONS=--require FILE` into every Node process of a run, its worker threads included. Node 18 to 24, no package.
 *
 * WIRETRACE_PLAN     JSON file: {"root": folder, "events": [name], "functions": [{"file", "line", "name"}], ...}.
 * WIRETRACE_RECORDS  folder: each thread appends its record there, one JSON object in a line, written at once.
 *
 * It wraps two functions of Node itself, through which libraries tell that something arrived: `EventEmitter.prototype.emit` and
 * `EventTarget.prototype.dispatchEvent`. So it does not matter how a library was loaded: as an ES module, by `require`, from a
 * bundle, or by a test runner that loads modules in its own way. Nothing here may change what the application does: an
 * error of the probe is recorded and swallowed. The rules for messages are those of `messages.ts`.
 */

const { EventEmitter } = require('node:events');
const { mkdirSync, openSync, readFileSync, realpathSync, writeSync } = require('node:fs');
const { basename, join, sep } = require('node:path');
const { fileURLToPath } = require('node:url');
const { threadId } = require('node:worker_threads');
const { watch } = require('./wiretrace-injections.cjs');

const MAX_RECORD_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 4;
const MAX_PARTS = 50;
const MAX_TEXT = 1_000_000;
const MAX_PREFIX = 16;
const MAX_FRAMES = 12;
const MAX_TRACE = 60;
const MAX_MESSAGE = 20_000;
const TYPE_KEYS = ['type', 'event', 'event_type', 'eventType', 'name', 'kind'];
/** They start the suite and are none of its processes; a run in which only they load the probe shows nothing. */
const PACKAGE_MANAGER = /^(?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli)?(?:-[\d.]+)?(?:\.[cm]?js)?$/;
/** A frame of a stack: `at name (FILE:LINE:COLUMN)` or `at FILE:LINE:COLUMN`. */
const FRAME = /^\s+at (?:.*? \()?(?:async )?(.+?):(\d+):\d+\)?$/;
/** How socket.io writes a packet: engine.io's digit, its own, attachments, a namespace, an acknowledgement. */
const PACKET = /^\d{1,2}(?:\d*-)?(?:\/[^,[{]*,)?\d*(?=\[)/;
const POLLING = /[?&]EIO=\d.*transport=polling|transport=polling.*[?&]EIO=\d/;

// A suite may put fakes in their places.
const now = Date.now;
const { parse, stringify } = JSON;

let events = new Set();
let root = '';
let folder = '';
let file;
let written = 0;
let clientSeen = false;
let insideSend = false;
let socketIoServes = false;
let socketIoPolls = false;

/** Servers' and clients' sockets of ws by the object that reads their connection. */
const socketOfReceiver = new WeakMap();
const patched = new WeakSet();
/** What has come of an answer to socket.io's long polling. */
const polled = new WeakMap();

// --- the record ---------------------------------------------------------------------------------------------------------

function record(kind, fields) {
  if (written > MAX_RECORD_BYTES) return;
  try {
    let line = `${stringify({ kind, time: now() / 1000, test: null, ...fields })}\n`;
    written += line.length;
    if (written > MAX_RECORD_BYTES)
      line = `${stringify({ kind: 'limit', time: now() / 1000, bytes: MAX_RECORD_BYTES })}\n`;
    file ??= openSync(join(folder, `${process.pid}-${threadId}-${now()}.jsonl`), 'a');
    writeSync(file, line);
  } catch {
    // The disk is full, or the folder is gone: the suite goes on.
  }
}

/** Does what the probe does beside the application's own work. */
function guarded(where, action, ...values) {
  try {
    return action(...values);
  } catch (error) {
    record('fault', { where, message: String(error).slice(0, MAX_MESSAGE) });
    return undefined;
  }
}

// --- which critical events a value names --------------------------------------------------------------------------------

function eventsInMessage(data) {
  const text = textOf(data);
  return text === undefined ? [] : [...new Set([...inPacket(text), ...inText(text, 0)])];
}

function textOf(data) {
  if (typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map((part) => textOf(part) ?? '').join('');
  if (data instanceof ArrayBuffer)
    return data.byteLength > MAX_TEXT ? undefined : Buffer.from(data).toString();
  if (!ArrayBuffer.isView(data) || data.byteLength > MAX_TEXT) return undefined;
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString();
}

/** socket.io's own: the name of the event, then any number of arguments, in a namespace with a name of any length. */
function inPacket(text) {
  const prefix = PACKET.exec(text)?.[0];
  if (prefix === undefined || text.length > MAX_TEXT) return [];
  try {
    const value = parse(text.slice(prefix.length));
    return [...exactly(value[0]), ...inValue(value, 1)];
  } catch {
    return [];
  }
}

function inText(text, depth) {
  if (events.has(text)) return [text];
  if (text.length > MAX_TEXT) return [];
  const start = text.search(/[{[]/);
  if (start < 0 || start >= MAX_PREFIX) return [];
  try {
    return inValue(parse(text.slice(start)), depth + 1);
  } catch {
    return [];
  }
}

function inValue(value, depth) {
  if (typeof value === 'string') return inText(value, depth);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    const named = value.length > 0 && value.length < 3 ? exactly(value[0]) : [];
    return [...named, ...inParts(value, depth)];
  }
  const named = TYPE_KEYS.flatMap((key) => (Object.hasOwn(value, key) ? exactly(value[key]) : []));
  return named.length > 0 ? named : inParts(Object.values(value), depth);
}

function exactly(value) {
  return typeof value === 'string' && events.has(value) ? [value] : [];
}

function inParts(values, depth) {
  return values
    .filter((value) => typeof value === 'object' || (typeof value === 'string' && /^[{[]/.test(value)))
    .slice(0, MAX_PARTS)
    .flatMap((value) => inValue(value, depth + 1));
}

// --- where a call was made ----------------------------------------------------------------------------------------------

/** [path, line] of each frame but the probe's, the innermost first; lines are those of the sources where the process maps them. */
function frames() {
  const limit = Error.stackTraceLimit;
  try {
    Error.stackTraceLimit = MAX_TRACE;
    return String(new Error('here').stack)
      .split('\n')
      .map((line) => FRAME.exec(line))
      .filter((match) => match !== null)
      .map(([, path, line]) => [pathOf(path), Number(line)])
      .filter(([path]) => path !== __filename);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function pathOf(text) {
  if (!text.startsWith('file://')) return text;
  try {
    return fileURLToPath(text.replace(/[?#].*$/, ''));
  } catch {
    return text;
  }
}

function isOfApplication(path) {
  return path.startsWith(root) && !path.includes(`${sep}node_modules${sep}`);
}

function applicationStack() {
  return frames()
    .filter(([path]) => isOfApplication(path))
    .slice(0, MAX_FRAMES);
}

// --- ws and socket.io ---------------------------------------------------------------------------------------------------

/** Wraps a method of the class that an object is of, once. */
function patch(object, name, wrap) {
  let owner = object;
  while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (owner === null || owner === object || patched.has(owner)) return;
  patched.add(owner);
  owner[name] = wrap(owner[name]);
}

/** A socket of ws has its connection; `_isServer` says whose side it is. */
function opened(socket) {
  if (typeof socket._isServer !== 'boolean' || typeof socket.send !== 'function' || !socket._receiver) return;
  socketOfReceiver.set(socket._receiver, socket);
  if (socket._isServer) patch(socket, 'send', sendOfServer);
}

function sendOfServer(original) {
  return function send(data) {
    // ws drops what is sent to a connection that is not open.
    if (!this._isServer || this.readyState !== 1 || insideSend) return original.apply(this, arguments);
    const result = original.apply(this, arguments);
    guarded('sending', sent, data);
    return result;
  };
}

function sent(data) {
  if (socketIoServes && typeof data === 'string' && /^4\d/.test(data)) return;
  recordSent(eventsInMessage(data));
}

function recordSent(names) {
  if (names.length === 0) return;
  const stack = applicationStack();
  for (const event of names) record('sent', { event, emission: null, stack });
}

/** What a connection gave; it counts where somebody takes it. Called by ws itself, so a made-up `socket.emit('message')` is none. */
function taken(receiver, data) {
  const socket = socketOfReceiver.get(receiver);
  if (socket === undefined || socket._isServer || socket.listenerCount('message') === 0) return;
  received(data);
}

function received(data) {
  if (!clientSeen) record('client', {});
  clientSeen = true;
  for (const event of eventsInMessage(data)) record('received', { event });
}

/** A client of socket.io is there: all that any of them is sent goes through one method of its connection's class. */
function connected(socket) {
  const client = socket?.nsp === undefined ? undefined : socket.client;
  if (typeof client?.writeToEngine !== 'function') return;
  socketIoServes = true;
  patch(client, 'writeToEngine', (original) => {
    return function writeToEngine(packets) {
      const outer = insideSend;
      insideSend = true;
      try {
        return original.apply(this, arguments);
      } finally {
        insideSend = outer;
        guarded('sending', writtenToEngine, packets);
      }
    };
  });
}

function writtenToEngine(packets) {
  for (const packet of Array.isArray(packets) ? packets : [packets])
    if (typeof packet === 'string') recordSent(eventsInMessage(packet));
}

/** A client of socket.io asks by HTTP until it has a WebSocket. */
function answered(request, response) {
  if (typeof request.path !== 'string' || !POLLING.test(request.path)) return;
  socketIoPolls = true;
  polled.set(response, '');
}

function polledPart(response, chunk) {
  const text = polled.get(response);
  if (text !== undefined && text.length < MAX_TEXT) polled.set(response, text + String(chunk));
}

function polledEnd(response) {
  for (const packet of (polled.get(response) ?? '').split('\x1e')) if (/^4\d/.test(packet)) received(packet);
  polled.delete(response);
}

// --- test runners -------------------------------------------------------------------------------------------------------

const MOCHA_OUTCOMES = { pass: 'passed', fail: 'failed', pending: 'skipped' };

/** mocha tells of each test as its runner goes; what its workers tell, its main process tells again. */
function mochaTold(runner, type, test, error) {
  if (typeof test?.titlePath !== 'function' || runner?.suite === undefined || process.env.MOCHA_WORKER_ID)
    return;
  const titles = test.titlePath();
  const path = test.file ?? '';
  const id = [path.startsWith(root) ? path.slice(root.length) : path, ...titles].join('::');
  const named = [...events].filter((event) => titles.join(' ').includes(event));
  record('collected', { id, file: path, events: named });
  const message = String(error?.stack ?? error ?? '').slice(0, MAX_MESSAGE);
  const when = test.type === 'hook' ? 'setup' : 'call';
  record('outcome', {
    id,
    outcome: MOCHA_OUTCOMES[type],
    when,
    seconds: (test.duration ?? 0) / 1000,
    message,
  });
}

// --- injection points ---------------------------------------------------------------------------------------------------

function injected({ file, line, name }, receiver, args, error) {
  guarded('a call of an injection point', () => {
    const component =
      nameOf(typeof receiver === 'function' ? receiver : receiver?.constructor) || basename(file);
    const value = args[0] == null ? 'None' : nameOf(args[0].constructor) || typeof args[0];
    const raised = error === undefined ? null : nameOf(error?.constructor) || typeof error;
    const stack = applicationStack();
    record('injection', { function: name, component, value, raised, definition: { file, line }, stack });
  });
}

function nameOf(constructor) {
  return typeof constructor === 'function' && typeof constructor.name === 'string' ? constructor.name : '';
}

// --- start --------------------------------------------------------------------------------------------------------------

function told(emitter, type, first, second) {
  switch (type) {
    case 'open':
      return opened(emitter);
    case 'message':
      return taken(emitter, first);
    case 'connect':
    case 'connection':
      return connected(first);
    case 'response':
      return answered(emitter, first);
    case 'data':
      return socketIoPolls ? polledPart(emitter, first) : undefined;
    case 'end':
      return socketIoPolls ? polledEnd(emitter) : undefined;
    case 'pass':
    case 'fail':
    case 'pending':
      return mochaTold(emitter, type, first, second);
  }
  return undefined;
}

const TOLD = new Set([
  'open',
  'message',
  'connect',
  'connection',
  'response',
  'data',
  'end',
  'pass',
  'fail',
  'pending',
]);

function wrapEmitters() {
  const original = EventEmitter.prototype.emit;
  EventEmitter.prototype.emit = function emit(type) {
    if (TOLD.has(type)) guarded(type, told, this, type, arguments[1], arguments[2]);
    return original.apply(this, arguments);
  };
}

/** Node's own WebSocket, and that of undici. */
function wrapTargets() {
  const original = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function dispatchEvent(event) {
    if (event?.type === 'message') guarded('message', dispatched, this, event.data);
    return original.apply(this, arguments);
  };
}

function dispatched(target, data) {
  if (target?.constructor?.name !== 'WebSocket' || typeof target.url !== 'string') return;
  // A message that the application dispatches itself came from no connection.
  const [caller] = frames();
  if (caller === undefined || !isOfApplication(caller[0])) received(data);
}

function start() {
  const { WIRETRACE_PLAN: plan, WIRETRACE_RECORDS: records } = process.env;
  if (!plan || !records || PACKAGE_MANAGER.test(basename(process.argv[1] ?? ''))) return;
  const asked = parse(readFileSync(plan, 'utf8'));
  events = new Set(asked.events);
  root = join(realpathSync(asked.root), sep);
  folder = records;
  mkdirSync(folder, { recursive: true });
  wrapEmitters();
  wrapTargets();
  guarded('injection points', watch, asked.functions ?? [], injected);
  record('start', { pid: process.pid, node: process.versions.node, executable: process.execPath, root });
}

const STARTED = Symbol.for('wiretrace.probe');
if (!globalThis[STARTED]) {
  Object.defineProperty(globalThis, STARTED, { value: true });
  try {
    start();
  } catch {
    // The result says that nothing was recorded.
  }
}
