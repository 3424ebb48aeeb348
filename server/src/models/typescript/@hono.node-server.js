// Hono on Node.js.
const { enqueue } = require('__wiretrace__');
const http = require('http');
function serve(options, fn) {
  const server = http.createServer();
  server.listen(0);
  if (fn) enqueue(fn);
  return server;
}
module.exports = {
  serve,
  createAdaptorServer() {
    return http.createServer();
  },
};
