// Node.js: http. A server listens from the end of the program on; what is called back when it does runs before that.
const {
  enqueue,
  object_of,
  per_request,
  some,
  unknown,
  unknown_boolean,
  will_serve,
} = require('__wiretrace__');
const EventEmitter = require('events');

class Server extends EventEmitter {
  constructor(options, handler) {
    super();
    this.listening = false;
    const fn = typeof options === 'function' ? options : handler;
    this.__handler = fn;
    if (typeof fn === 'function') per_request(fn, 'http');
  }
  __registered(event, fn) {
    if (event === 'listening') {
      this.__waiting = fn;
      if (this.listening) enqueue(fn);
    } else
      per_request(
        fn,
        event === 'request' || event === 'upgrade' || event === 'connection' ? 'http' : 'event',
      );
  }
  listen(...args) {
    will_serve(this);
    this.listening = true;
    if (this.__waiting) enqueue(this.__waiting);
    for (const arg of args) if (typeof arg === 'function') enqueue(arg);
    return this;
  }
  close(fn) {
    if (fn) per_request(fn, 'event');
    return this;
  }
  address() {
    return { port: some('number'), address: some('text'), family: some('text') };
  }
  setTimeout() {
    return this;
  }
  closeAllConnections() {}
  closeIdleConnections() {}
  ref() {
    return this;
  }
  unref() {
    return this;
  }
}

function createServer(options, handler) {
  return new Server(options, handler);
}
function request() {
  return object_of('http.ClientRequest');
}

class Agent {}
class IncomingMessage extends EventEmitter {
  constructor() {
    super();
    this.headers = unknown('the headers of a request');
    this.method = some('text');
    this.url = some('text');
    this.httpVersion = some('text');
  }
}
class ServerResponse extends EventEmitter {
  constructor() {
    super();
    this.statusCode = some('number');
    this.statusMessage = some('text');
    this.headersSent = unknown_boolean('whether headers were sent');
  }
  writeHead() {
    return this;
  }
  setHeader() {
    return this;
  }
  setHeaders() {
    return this;
  }
  appendHeader() {
    return this;
  }
  getHeader() {
    return unknown('a header of an answer');
  }
  hasHeader() {
    return unknown_boolean('whether a header was set');
  }
  removeHeader() {}
  flushHeaders() {}
  write() {
    return unknown_boolean('whether more can be written');
  }
  end() {
    return this;
  }
}
module.exports = {
  Server,
  Agent,
  IncomingMessage,
  ServerResponse,
  createServer,
  request,
  get: request,
  METHODS: [],
  STATUS_CODES: {},
  globalAgent: new Agent(),
};
