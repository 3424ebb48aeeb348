/** As much of socket.io as the micro-suite's programs use. */
const { EventEmitter } = require('node:events');

class Server extends EventEmitter {
  on(event, listener) {
    if (event === 'connection') __wt.handler(event, listener);
    return super.on(event, listener);
  }
  to() {
    return this;
  }
  emit() {
    return true;
  }
}

module.exports = { Server };
