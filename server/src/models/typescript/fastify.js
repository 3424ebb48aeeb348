// Fastify: plug-ins run when the application gets ready, handlers per request.
const { enqueue, object_of, per_request, some, unknown, will_serve } = require('__wiretrace__');
const http = require('http');

function registerAll(values) {
  for (const value of values) {
    if (typeof value === 'function') per_request(value, 'http');
    else if (value && typeof value === 'object') {
      for (const name of ['handler', 'preHandler', 'onRequest', 'wsHandler'])
        if (typeof value[name] === 'function') per_request(value[name], 'http');
    }
  }
}

class Fastify {
  constructor(options) {
    this.server = http.createServer();
    this.log = object_of('fastify.Logger');
    this.options = options;
  }
  register(plugin, options) {
    // Plug-ins are run in order once the program waits for the application.
    if (typeof plugin === 'function' || (plugin && plugin.then)) enqueue(run, this, plugin, options);
    return this;
  }
  route(definition) {
    registerAll([definition]);
    return this;
  }
  get(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  post(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  put(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  patch(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  delete(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  options(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  head(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  all(path, ...handlers) {
    registerAll(handlers);
    return this;
  }
  decorate(name, value) {
    this[name] = value;
    return this;
  }
  decorateRequest() {
    return this;
  }
  decorateReply() {
    return this;
  }
  hasDecorator(name) {
    return name in this;
  }
  addHook(name, fn) {
    if (name === 'onReady' || name === 'onListen') enqueue(fn);
    else per_request(fn, 'http');
    return this;
  }
  addContentTypeParser() {
    return this;
  }
  setErrorHandler(fn) {
    per_request(fn, 'http');
    return this;
  }
  setNotFoundHandler(fn) {
    return this;
  }
  setValidatorCompiler() {
    return this;
  }
  setSerializerCompiler() {
    return this;
  }
  withTypeProvider() {
    return this;
  }
  after(fn) {
    if (fn) enqueue(fn);
    return this;
  }
  async ready(fn) {
    if (fn) fn();
    return this;
  }
  async listen(options, fn) {
    will_serve();
    if (typeof fn === 'function') fn(null, 'address');
    return 'address';
  }
  async close() {}
}

async function run(app, plugin, options) {
  const fn = await plugin;
  // Of a module, the default export; a function is the plug-in itself, whatever it has.
  const found = fn && typeof fn === 'object' && fn.default ? fn.default : fn;
  if (typeof found === 'function') await found(app, options ? options : {}, () => {});
}

function fastify(options) {
  return new Fastify(options);
}
fastify.fastify = fastify;
fastify.default = fastify;
module.exports = fastify;
