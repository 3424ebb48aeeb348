// Node.js: util.
const { call_on, some, unknown, unknown_boolean } = require('__wiretrace__');
module.exports = {
  promisify(fn) {
    return async (...args) => unknown('what a function gives that is told by a callback');
  },
  callbackify(fn) {
    return fn;
  },
  inherits(type, base) {},
  inspect() {
    return some('text');
  },
  format() {
    return some('text');
  },
  deprecate(fn) {
    return fn;
  },
  isDeepStrictEqual() {
    return unknown_boolean('whether two things are alike');
  },
  types: {},
  TextEncoder,
  TextDecoder,
};
