// Node.js: process, imported.
module.exports = process;
