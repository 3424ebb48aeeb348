// Node.js: net.
const http = require('http');
module.exports = { Server: http.Server, createServer: http.createServer };
