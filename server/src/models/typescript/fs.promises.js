// Node.js: fs/promises.
module.exports = require('fs').promises;
