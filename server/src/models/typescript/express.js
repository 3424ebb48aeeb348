// Express 4 and 5: applications, routers, settings. Handlers run per request.
const { call_on, object_of, own_names, per_request, some, unknown } = require('__wiretrace__');
const EventEmitter = require('events');
const http = require('http');

function register(handlers) {
  for (const handler of handlers) {
    if (typeof handler === 'function') per_request(handler, 'http');
    else if (handler instanceof Array) register(handler);
  }
}

class Route {
  all(...handlers) {
    register(handlers);
    return this;
  }
  get(...handlers) {
    register(handlers);
    return this;
  }
  post(...handlers) {
    register(handlers);
    return this;
  }
  put(...handlers) {
    register(handlers);
    return this;
  }
  patch(...handlers) {
    register(handlers);
    return this;
  }
  delete(...handlers) {
    register(handlers);
    return this;
  }
  head(...handlers) {
    register(handlers);
    return this;
  }
  options(...handlers) {
    register(handlers);
    return this;
  }
}

class Router {
  constructor() {
    this.stack = [];
  }
  __call__() {}
  use(...handlers) {
    register(handlers);
    return this;
  }
  all(...handlers) {
    register(handlers);
    return this;
  }
  get(...handlers) {
    register(handlers);
    return this;
  }
  post(...handlers) {
    register(handlers);
    return this;
  }
  put(...handlers) {
    register(handlers);
    return this;
  }
  patch(...handlers) {
    register(handlers);
    return this;
  }
  delete(...handlers) {
    register(handlers);
    return this;
  }
  head(...handlers) {
    register(handlers);
    return this;
  }
  options(...handlers) {
    register(handlers);
    return this;
  }
  param(name, handler) {
    register([handler]);
    return this;
  }
  route() {
    return new Route();
  }
}

/** What the application puts there itself. */
class Locals {}

class Application extends EventEmitter {
  constructor() {
    super();
    this.locals = new Locals();
    this.locals.__owner = this;
    this.__settings = new Map();
    this.mountpath = '/';
    this.router = new Router();
  }
  __call__() {}
  use(...handlers) {
    register(handlers);
    return this;
  }
  all(...handlers) {
    register(handlers);
    return this;
  }
  get(name, ...handlers) {
    if (handlers.length === 0) return this.__settings.get(name);
    register(handlers);
    return this;
  }
  post(...handlers) {
    register(handlers);
    return this;
  }
  put(...handlers) {
    register(handlers);
    return this;
  }
  patch(...handlers) {
    register(handlers);
    return this;
  }
  delete(...handlers) {
    register(handlers);
    return this;
  }
  head(...handlers) {
    register(handlers);
    return this;
  }
  options(...handlers) {
    register(handlers);
    return this;
  }
  param(name, handler) {
    register([handler]);
    return this;
  }
  route() {
    return new Route();
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
