// Node.js: os.
const { some } = require('__wiretrace__');
module.exports = {
  cpus() {
    return [some('processor')];
  },
  hostname() {
    return some('text');
  },
  platform() {
    return some('text');
  },
  tmpdir() {
    return some('text');
  },
  homedir() {
    return some('text');
  },
  type() {
    return some('text');
  },
  EOL: '\n',
  networkInterfaces() {
    return {};
  },
  totalmem() {
    return some('number');
  },
  freemem() {
    return some('number');
  },
  uptime() {
    return some('number');
  },
};
