/** As much of Node's http as the micro-suite's programs use: who is called when a server listens. */
const { EventEmitter } = require('node:events');

class Server extends EventEmitter {
  constructor(...given) {
    super();
    const handler = given.find((each) => typeof each === 'function');
    if (handler && !handler.isApplication) __wt.handler('http', handler);
  }
  on(event, listener) {
    if (event === 'request' || event === 'connection' || event === 'upgrade') __wt.handler(event, listener);
    return super.on(event, listener);
  }
  listen(...given) {
    const listening = given.find((each) => typeof each === 'function');
    if (listening) this.once('listening', listening);
    __wt.serve(() => this.emit('listening'));
    return this;
  }
  close() {
    return this;
  }
  address() {
    return { port: 3000 };
  }
}

module.exports = { Server, createServer: (...given) => new Server(...given), METHODS: [], STATUS_CODES: {} };
