// Express 4 and 5: applications, routers, settings. Handlers run per request.
const { call_on, object_of, own_names, per_request, some, unknown } = require('__wiretrace__');
const EventEmitter = require('events');
const http = require('http');

// Handlers answer where their router is part of an application that is served.
function register(owner, handlers) {
  for (const handler of handlers) {
    if (typeof handler === 'function') per_request(handler, 'http', owner);
    else if (handler instanceof Array) register(owner, handler);
  }
}

class Route {
  constructor(owner) {
    this.__owner = owner;
  }
  all(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  get(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  post(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  put(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  patch(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  delete(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  head(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
  options(...handlers) {
    register(this.__owner, handlers);
    return this;
  }
}

class Router {
  constructor() {
    this.stack = [];
  }
  __call__() {}
  use(...handlers) {
    this.stack.push(...handlers);
    register(this, handlers);
    return this;
  }
  all(...handlers) {
    register(this, handlers);
    return this;
  }
  get(...handlers) {
    register(this, handlers);
    return this;
  }
  post(...handlers) {
    register(this, handlers);
    return this;
  }
  put(...handlers) {
    register(this, handlers);
    return this;
  }
  patch(...handlers) {
    register(this, handlers);
    return this;
  }
  delete(...handlers) {
    register(this, handlers);
    return this;
  }
  head(...handlers) {
    register(this, handlers);
    return this;
  }
  options(...handlers) {
    register(this, handlers);
    return this;
  }
  param(name, handler) {
    register(this, [handler]);
    return this;
  }
  route() {
    return new Route(this);
  }
}

/** What the application puts there itself. */
class Locals {
  static __holds_anything__ = true;
}

class Application extends EventEmitter {
  constructor() {
    super();
    this.locals = new Locals();
    this.locals.__owner = this;
    this.__settings = new Map();
    this.mountpath = '/';
    this.router = new Router();
    this.stack = [];
  }
  __call__() {}
  use(...handlers) {
    this.stack.push(...handlers);
    register(this, handlers);
    return this;
  }
  all(...handlers) {
    register(this, handlers);
    return this;
  }
  get(name, ...handlers) {
    if (handlers.length === 0) return this.__settings.get(name);
    register(this, handlers);
    return this;
  }
  post(...handlers) {
    register(this, handlers);
    return this;
  }
  put(...handlers) {
    register(this, handlers);
    return this;
  }
  patch(...handlers) {
    register(this, handlers);
    return this;
  }
  delete(...handlers) {
    register(this, handlers);
    return this;
  }
  head(...handlers) {
    register(this, handlers);
    return this;
  }
  options(...handlers) {
    register(this, handlers);
    return this;
  }
  param(name, handler) {
    register(this, [handler]);
    return this;
  }
  route() {
    return new Route(this);
  }
  set(name, value) {
    this.__settings.set(name, value);
    return this;
  }
  enable(name) {
    return this.set(name, true);
  }
  disable(name) {
    return this.set(name, false);
  }
  enabled(name) {
    return this.__settings.get(name) === true;
  }
  disabled(name) {
    return this.__settings.get(name) !== true;
  }
  engine() {
    return this;
  }
  path() {
    return some('text');
  }
  render() {}
  listen(...args) {
    return http.createServer(this).listen(...args);
  }
}

const middleware = () => (request, response, next) => {
  next();
};
function express() {
  return new Application();
}
express.Router = (options) => new Router();
express.Route = Route;
express.json = middleware;
express.urlencoded = middleware;
express.static = middleware;
express.raw = middleware;
express.text = middleware;
express.application = Application;
module.exports = express;
