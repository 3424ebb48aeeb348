// Koa: applications and their middleware.
const { per_request } = require('__wiretrace__');
const EventEmitter = require('events');
const http = require('http');

class Koa extends EventEmitter {
  constructor() {
    super();
    this.context = {};
    this.middleware = [];
  }
  use(fn) {
    if (typeof fn === 'function') per_request(fn, 'http');
    return this;
  }
  callback() {
    return () => {};
  }
  listen(...args) {
    return http.createServer(this.callback()).listen(...args);
  }
}
Koa.default = Koa;
module.exports = Koa;
