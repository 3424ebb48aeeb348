// Node.js: timers/promises. Waiting ends some time.
const { unknown } = require('__wiretrace__');
async function setTimeout(delay, value) {
  return value;
}
module.exports = {
  setTimeout,
  setImmediate: setTimeout,
  setInterval() {
    return [unknown('a tick')];
  },
};
