// Elysia: applications on Bun. Listening makes the server there and then.
const { object_of, per_request, unknown, will_serve } = require('__wiretrace__');
function register(app, handlers) {
  for (const handler of handlers) {
    if (typeof handler === 'function') per_request(handler, 'http');
    else if (handler && typeof handler === 'object')
      for (const name of ['open', 'message', 'close', 'handler', 'beforeHandle'])
        if (typeof handler[name] === 'function') per_request(handler[name], 'websocket');
  }
  return app;
}
class Elysia {
  constructor(options) {
    this.config = options;
    this.server = null;
    this.store = {};
    this.decorator = {};
  }
  use(plugin) {
    if (typeof plugin === 'function') plugin(this);
    return this;
  }
  get(path, ...handlers) {
    return register(this, handlers);
  }
  post(path, ...handlers) {
    return register(this, handlers);
  }
  put(path, ...handlers) {
    return register(this, handlers);
  }
  patch(path, ...handlers) {
    return register(this, handlers);
  }
  delete(path, ...handlers) {
    return register(this, handlers);
  }
  options(path, ...handlers) {
    return register(this, handlers);
  }
  all(path, ...handlers) {
    return register(this, handlers);
  }
  ws(path, handler) {
    return register(this, [handler]);
  }
  group(path, ...rest) {
    for (const fn of rest) if (typeof fn === 'function') fn(this);
    return this;
  }
  guard(options, fn) {
    if (typeof fn === 'function') fn(this);
    return this;
  }
  derive(...handlers) {
    return register(this, handlers);
  }
  resolve(...handlers) {
    return register(this, handlers);
  }
  macro() {
    return this;
  }
  model() {
    return this;
  }
  decorate(name, value) {
    this.decorator[name] = value;
    return this;
  }
  state(name, value) {
    this.store[name] = value;
    return this;
  }
  onError(handler) {
    return register(this, [handler]);
  }
  onRequest(handler) {
    return register(this, [handler]);
  }
  onBeforeHandle(...handlers) {
    return register(this, handlers);
  }
  onAfterHandle(...handlers) {
    return register(this, handlers);
  }
  onAfterResponse(...handlers) {
    return register(this, handlers);
  }
  onTransform(...handlers) {
    return register(this, handlers);
  }
  onStart(handler) {
    this.__started = handler;
    return this;
  }
  onStop() {
    return this;
  }
  listen(port, fn) {
    this.server = object_of('Bun.Server');
    will_serve();
    if (typeof fn === 'function') fn(this.server);
    if (this.__started) this.__started(this);
    return this;
  }
  handle() {
    return unknown('an answer');
  }
  stop() {}
}
module.exports = { Elysia, t: object_of('elysia.t') };
