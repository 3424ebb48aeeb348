// Node.js: events. What somebody else emits is handed to per_request by the libraries that emit it.
const { make_dict, mapping_get, mapping_set, per_request, some, until_stopped } = require('__wiretrace__');

class EventEmitter {
  constructor() {
    this.__listeners = make_dict(undefined, []);
  }
  on(event, fn) {
    // A subclass may have written no call of super() that was seen.
    if (!this.__listeners) this.__listeners = make_dict(undefined, []);
    const known = mapping_get(this.__listeners, event, undefined);
    if (known) known.push(fn);
    else mapping_set(this.__listeners, event, [fn]);
    this.__registered(event, fn);
    return this;
  }
  // Libraries say here what they emit by themselves. Anything else is emitted by the program alone.
  __registered(event, fn) {
    per_request(fn, 'event', this, event, 'emit');
  }
  once(event, fn) {
    return this.on(event, fn);
  }
  addListener(event, fn) {
    return this.on(event, fn);
  }
  prependListener(event, fn) {
    return this.on(event, fn);
  }
  prependOnceListener(event, fn) {
    return this.on(event, fn);
  }
  off() {
    return this;
  }
  removeListener() {
    return this;
  }
  removeAllListeners() {
    return this;
  }
  setMaxListeners() {
    return this;
  }
  getMaxListeners() {
    return some('number');
  }
  eventNames() {
    return [some('text')];
  }
  listenerCount() {
    return some('number');
  }
  listeners() {
    return [];
  }
  rawListeners() {
    return [];
  }
  emit(event, ...args) {
    const known = this.__listeners ? mapping_get(this.__listeners, event, undefined) : undefined;
    if (!known) return false;
    for (const fn of known) fn.call(this, ...args);
    return true;
  }
  static once(emitter, event) {
    // A server that listens closes when the application stops.
    if (event === 'close' && emitter && emitter.listening) return until_stopped([]);
    return Promise.resolve([]);
  }
}
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.defaultMaxListeners = 10;
module.exports = EventEmitter;
