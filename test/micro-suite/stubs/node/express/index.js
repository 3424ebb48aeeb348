/** As much of Express as the micro-suite's programs use. */
const { EventEmitter } = require('node:events');
const http = require('../http/index.js');

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'all'];

function router() {
  const own = [];
  const add = (path, handlers) => own.push(...handlers.map((handler) => [path, handler]));
  const it = Object.assign(() => {}, { own, isApplication: true });
  for (const method of METHODS) it[method] = (path, ...handlers) => (add(path, handlers), it);
  it.use = (...given) => {
    for (const each of given) if (each?.own) own.push(...each.own);
    return it;
  };
  return it;
}

function express() {
  const app = Object.setPrototypeOf(router(), EventEmitter.prototype);
  EventEmitter.call(app);
  app.locals = {};
  const settings = new Map();
  const get = app.get;
  app.get = (path, ...handlers) => (handlers.length === 0 ? settings.get(path) : get(path, ...handlers));
  app.set = (name, value) => (settings.set(name, value), app);
  app.listen = (...given) => {
    for (const [path, handler] of app.own) if (typeof handler === 'function') __wt.handler(path, handler);
    return http.createServer(app).listen(...given);
  };
  return app;
}

const middleware = () => () => {};
module.exports = Object.assign(express, { Router: router, json: middleware, urlencoded: middleware, static: middleware });
module.exports.default = express;
