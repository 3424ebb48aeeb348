// Node.js: http2. The same as http.
const http = require('http');
module.exports = { createServer: http.createServer, createSecureServer: http.createServer, constants: {} };
