// Next.js behind a server of one's own.
const { unknown } = require('__wiretrace__');
class NextServer {
  getRequestHandler() {
    return () => {};
  }
  getUpgradeHandler() {
    return () => {};
  }
  async prepare() {}
  async close() {}
  async render() {}
  setAssetPrefix() {}
}
function next() {
  return new NextServer();
}
next.default = next;
module.exports = next;
