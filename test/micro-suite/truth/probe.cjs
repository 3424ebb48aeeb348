/**
 * Starts one program, written by instrument.ts, up to its serving point and prints what is there as JSON.
 *
 * usage: node --expose-gc probe.cjs FOLDER ENTRY COMPONENTS ALIASES [ARGUMENT ...]
 *
 * COMPONENTS is a JSON list of {file, owner, attribute}, ALIASES a JSON list of [prefix, folder]. Printed: `values` (per component:
 * which instances hold something), `lines` (what ran, in order), `requests` (exceptions of request handlers, tried afterwards).
 * Frameworks are those of ../stubs/node; they call `__wt.serve` where a server begins to take requests.
 */
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [, , FOLDER, ENTRY, COMPONENTS_JSON, ALIASES_JSON, ...ARGUMENTS] = process.argv;
const COMPONENTS = JSON.parse(COMPONENTS_JSON);
const ALIASES = JSON.parse(ALIASES_JSON);
const STUBS = path.join(__dirname, '..', 'stubs', 'node');

const STAND_INS = new Set(['express', 'fastify', 'http', 'ws', 'socket.io', 'worker_threads', 'child_process', '@nestjs/common', '@nestjs/core']);

const lines = [];
const instances = [];
const types = new Map();
const modules = new Map();
const handlers = [];
let isServing = false;

globalThis.__wt = {
  at: (file, line) => void lines.push([file, line]),
  is(file, line, value) {
    lines.push([file, line, Boolean(value)]);
    return value;
  },
  made(instance) {
    instances.push(new WeakRef(instance));
    return true;
  },
  type: (file, type, readers) => void types.set(type, { file, readers }),
  module: (file, read) => void modules.set(file.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, ''), read),
  handler: (name, handler) => void handlers.push([name, handler]),
  serve,
};

/** A server listens once the program has come to rest; `listening` is called back before. The first one counts. */
function serve(listening = () => {}) {
  process.nextTick(() => {
    listening();
    if (isServing) return;
    isServing = true;
    setImmediate(reached);
  });
}

async function reached() {
  const ran = [...lines];
  const seen = COMPONENTS.map(look);
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
  const values = seen.map((holders) => holders.filter(({ ref }) => !ref || ref.deref()).map(({ holds }) => holds));
  const report = { values, lines: ran, requests: await tryRequests() };
  process.stdout.write(`\n${JSON.stringify(report)}\n`, () => process.exit(0));
}

/** For each holder of the attribute: whether it holds something. Holders are instances, else the class, else the module. */
function look({ file, owner, attribute }) {
  const fits = (type) => type.name === owner && (file === undefined || types.get(type).file === file);
  const classes = [...types.keys()].filter(fits);
  if (classes.length === 0) return ofModule(owner, attribute);
  const found = instances.flatMap((ref) => {
    const it = ref.deref();
    return it && classes.some((type) => it instanceof type) ? [{ ref, holds: held(it, attribute) }] : [];
  });
  return found.length > 0 ? found : classes.map((type) => ({ holds: isSomething(type[attribute]) }));
}

function ofModule(owner, attribute) {
  const read = modules.get(owner);
  if (!read) return [];
  try {
    return [{ holds: isSomething(read(attribute)) }];
  } catch {
    return [{ holds: false }];
  }
}

function held(instance, attribute) {
  for (let at = instance; at; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, attribute);
    if (own && 'value' in own) return isSomething(own.value);
    const reader = types.get(at.constructor)?.readers[attribute];
    if (reader && isSomething(reader(instance))) return true;
  }
  return isSomething(instance.constructor[attribute]);
}

function isSomething(value) {
  return value !== undefined && value !== null;
}

async function tryRequests() {
  const failures = [];
  for (const [name, handler] of handlers) {
    try {
      await Promise.race([handler(anything(), anything(), () => {}), new Promise((go) => setTimeout(go, 100))]);
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
  }
  return failures;
}

/** A request or a response: whatever is asked of it is there. */
function anything() {
  const give = (_, key) => (key === 'then' || typeof key === 'symbol' ? undefined : anything());
  return new Proxy(() => {}, { get: give, apply: () => anything() });
}

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolve(request, parent, ...rest) {
  const alias = ALIASES.find(([prefix]) => request.startsWith(prefix));
  if (alias) request = path.join(FOLDER, alias[1], request.slice(alias[0].length));
  return resolveFilename.call(this, request, parent, ...rest);
};

// Names with `node:` are never asked for in files.
const load = Module._load;
Module._load = function loadOrStandIn(request, ...rest) {
  const name = request.replace(/^node:/, '');
  return load.call(this, STAND_INS.has(name) ? path.join(STUBS, name) : request, ...rest);
};

process.argv = [process.argv[0], path.join(FOLDER, ENTRY), ...ARGUMENTS];
process.chdir(FOLDER);
const log = console.error;
for (const word of ['log', 'info', 'warn', 'error', 'debug']) console[word] = () => {};
process.on('unhandledRejection', (error) => {
  log(`unhandled: ${error?.stack}`);
  process.exit(1);
});
const entry = path.join(FOLDER, ENTRY);
if (entry.endsWith('.mjs')) import(pathToFileURL(entry).href);
else require(entry);
