/** As much of ws as the micro-suite's programs use. */
const { EventEmitter } = require('node:events');

class WebSocket extends EventEmitter {
  send() {}
  close() {}
}

class WebSocketServer extends EventEmitter {
  constructor(options = {}, listening = () => {}) {
    super();
    this.clients = new Set();
    if (options.port !== undefined) __wt.serve(() => (this.emit('listening'), listening()));
  }
  on(event, listener) {
    if (event === 'connection') __wt.handler(event, listener);
    return super.on(event, listener);
  }
}

module.exports = Object.assign(WebSocket, { WebSocket, WebSocketServer, Server: WebSocketServer, default: WebSocket });
