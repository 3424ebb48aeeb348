// Node.js: url.
const { some, string_operation, unknown } = require('__wiretrace__');
module.exports = {
  URL,
  URLSearchParams,
  fileURLToPath(url) {
    return string_operation('removeprefix', url.href ? url.href : url, 'file://');
  },
  pathToFileURL(path) {
    return {
      href: `file://${path}`,
      toString() {
        return this.href;
      },
    };
  },
  parse() {
    return unknown('the parts of an address');
  },
};
