// Node.js: https. The same as http.
module.exports = require('http');
