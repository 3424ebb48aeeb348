// Node.js: fs. What is on the disk where the application serves is not known.
const { some, unknown, unknown_boolean } = require('__wiretrace__');
const EventEmitter = require('events');

class Stream extends EventEmitter {
  pipe(target) {
    return target;
  }
  write() {
    return true;
  }
  end() {
    return this;
  }
}
const read = () => unknown('what a file holds');
const fs = {
  existsSync() {
    return unknown_boolean('whether a file exists');
  },
  readFileSync: read,
  readdirSync() {
    return [some('text')];
  },
  statSync: read,
  lstatSync: read,
  realpathSync(name) {
    return name;
  },
  writeFileSync() {},
  appendFileSync() {},
  mkdirSync() {},
  rmSync() {},
  unlinkSync() {},
  copyFileSync() {},
  renameSync() {},
  accessSync() {},
  createReadStream() {
    return new Stream();
  },
  createWriteStream() {
    return new Stream();
  },
  watch() {
    return new EventEmitter();
  },
  constants: {},
};
fs.promises = {
  async readFile() {
    return unknown('what a file holds');
  },
  async readdir() {
    return [some('text')];
  },
  async stat() {
    return unknown('what a file is');
  },
  async access() {},
  async writeFile() {},
  async appendFile() {},
  async mkdir() {},
  async rm() {},
  async unlink() {},
  async rename() {},
  async copyFile() {},
};
module.exports = fs;
