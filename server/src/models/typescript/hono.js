// Hono: applications; what serves them is another package.
const { per_request } = require('__wiretrace__');
function register(app, handlers) {
  for (const handler of handlers) if (typeof handler === 'function') per_request(handler, 'http');
  return app;
}
class Hono {
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
  options(...handlers) {
    return register(this, handlers);
  }
  all(...handlers) {
    return register(this, handlers);
  }
  on(...handlers) {
    return register(this, handlers);
  }
  use(...handlers) {
    return register(this, handlers);
  }
  onError(handler) {
    return register(this, [handler]);
  }
  notFound(handler) {
    return register(this, [handler]);
  }
  route() {
    return this;
  }
  basePath() {
    return this;
  }
  mount() {
    return this;
  }
  fetch() {}
}
module.exports = { Hono };
