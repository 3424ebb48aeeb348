// Node.js: timers/promises. Waiting ends some time.
const { pause, unknown } = require('__wiretrace__');
async function setTimeout(delay, value) {
  pause();
  return value;
}
module.exports = {
  setTimeout,
  async setImmediate(value) {
    return value;
  },
  setInterval() {
    return [unknown('a tick')];
  },
};
