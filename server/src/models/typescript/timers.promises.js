// Node.js: timers/promises. What waits here goes on some time.
const { takes_time, unknown } = require('__wiretrace__');
function setTimeout(delay, value) {
  return takes_time(value);
}
async function setImmediate(value) {
  return value;
}
module.exports = {
  setTimeout,
  setImmediate,
  setInterval() {
    return [unknown('a tick')];
  },
};
