// Node.js: module. What createRequire gives is understood where it is called require.
const { unknown } = require('__wiretrace__');
module.exports = {
  createRequire() {
    return () => unknown('a module whose name is not constant');
  },
  builtinModules: [],
};
