// Node.js: path, as far as names of modules are made with it.
const { some, string_operation } = require('__wiretrace__');

function join(...parts) {
  return parts.reduce((whole, part) => (whole === '' ? part : `${whole}/${part}`), '');
}
function resolve(...parts) {
  let whole = '';
  for (const part of parts) whole = part.startsWith('/') ? part : `${whole}/${part}`;
  return whole;
}
const path = {
  join,
  resolve,
  basename() {
    return some('text');
  },
  dirname(name) {
    return string_operation('rpartition', name, '/')[0];
  },
  extname() {
    return some('text');
  },
  normalize(name) {
    return name;
  },
  relative() {
    return some('text');
  },
  isAbsolute(name) {
    return name.startsWith('/');
  },
  parse() {
    return {
      root: some('text'),
      dir: some('text'),
      base: some('text'),
      ext: some('text'),
      name: some('text'),
    };
  },
  format() {
    return some('text');
  },
  sep: '/',
  delimiter: ':',
};
path.posix = path;
path.win32 = path;
module.exports = path;
