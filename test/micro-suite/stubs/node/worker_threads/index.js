/** A thread has a memory of its own: for what the micro-suite looks at, it does nothing. */
const { EventEmitter } = require('node:events');

class Worker extends EventEmitter {
  constructor() {
    super();
    setImmediate(() => this.emit('exit', 0));
  }
  postMessage() {}
  unref() {}
}

module.exports = { Worker, isMainThread: true, parentPort: null, workerData: null };
