/** As much of Nest's decorators as the micro-suite's programs use: they note what the container of core reads. */
const notes = new WeakMap();
const noteOf = (target) => notes.get(target) ?? (notes.set(target, {}), notes.get(target));
const note = (key) => (value) => (target) => void (noteOf(target)[key] = value ?? true);

// What TypeScript emits for the types of constructor parameters.
Reflect.metadata ??= (key, value) => (target) => void (key === 'design:paramtypes' && (noteOf(target).types ??= value));

const token = (name) => (value) => (target, _key, index) => {
  ((noteOf(target)[name] ??= {})[index] = value ?? true);
};
const route = (path = '') => (target, key) => {
  (noteOf(target).routes ??= []).push([path, key]);
};

module.exports = {
  noteOf,
  Module: note('module'),
  Injectable: note('injectable'),
  Controller: note('controller'),
  Inject: token('inject'),
  Optional: token('optional'),
  Get: route,
  Post: route,
  Logger: class Logger {
    log() {}
    warn() {}
    error() {}
  },
};
