// Koa: routers.
const { per_request } = require('__wiretrace__');
function register(router, handlers) {
  for (const handler of handlers) if (typeof handler === 'function') per_request(handler, 'http');
  return router;
}
class Router {
  use(...handlers) {
    return register(this, handlers);
  }
  get(...handlers) {
    return register(this, handlers);
  }
  post(...handlers) {
    return register(this, handlers);
  }
  put(...handlers) {
    return register(this, handlers);
  }
  patch(...handlers) {
    return register(this, handlers);
  }
  delete(...handlers) {
    return register(this, handlers);
  }
  del(...handlers) {
    return register(this, handlers);
  }
  all(...handlers) {
    return register(this, handlers);
  }
  prefix() {
    return this;
  }
  routes() {
    return () => {};
  }
  allowedMethods() {
    return () => {};
  }
}
module.exports = Router;
