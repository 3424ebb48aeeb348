// The names that need no import: ECMAScript's own, and those that Node.js adds. Methods that the engine knows by other names begin and end with two underscores.
import {
  attributes_of,
  contains,
  end_of_program,
  enqueue,
  environment_mapping,
  is_certain,
  iterate,
  later,
  length,
  make_dict,
  make_set,
  mapping_clear,
  mapping_get,
  mapping_items,
  mapping_keys,
  mapping_remove,
  mapping_set,
  mapping_values,
  next_of,
  number_operation,
  object_of,
  per_request,
  run_jobs,
  run_later,
  sequence_add,
  sequence_clear,
  sequence_copy,
  sequence_extend,
  sequence_insert,
  sequence_pop,
  sequence_remove,
  sequence_reverse,
  set_attribute,
  some,
  string_operation,
  truth,
  pause,
  unknown,
  unknown_boolean,
  will_serve,
  call_on,
  own_names,
  main_module,
  main_path,
} from '__wiretrace__';

class Object {
  constructor() {}
  // Whatever has a method `then` can be waited for.
  async __await__() {
    if (typeof this.then !== 'function') return this;
    let result;
    await this.then(
      (value) => {
        result = value;
      },
      (error) => {
        throw error;
      },
    );
    return result;
  }
  hasOwnProperty(key) {
    return key in this;
  }
  isPrototypeOf() {
    return unknown_boolean('the prototypes of an object');
  }
  propertyIsEnumerable(key) {
    return key in this;
  }
  toString() {
    return some('text');
  }
  toLocaleString() {
    return some('text');
  }
  valueOf() {
    return this;
  }
  static assign(target, ...sources) {
    for (const source of sources) if (source) for (const key of own_names(source)) target[key] = source[key];
    return target;
  }
  static create() {
    return unknown('an object of a prototype that is not followed');
  }
  static defineProperty(target, key, descriptor) {
    if (descriptor && 'value' in descriptor) target[key] = descriptor.value;
    else if (descriptor && descriptor.get) target[key] = descriptor.get();
    return target;
  }
  static defineProperties(target) {
    return target;
  }
  static entries(object) {
    const result = [];
    for (const key of own_names(object)) result.push([key, object[key]]);
    return result;
  }
  static fromEntries(entries) {
    const result = {};
    for (const [key, value] of entries) result[key] = value;
    return result;
  }
  static freeze(object) {
    return object;
  }
  static seal(object) {
    return object;
  }
  static preventExtensions(object) {
    return object;
  }
  static hasOwn(object, key) {
    return key in object;
  }
  static isFrozen() {
    return unknown_boolean('whether an object is frozen');
  }
  static getOwnPropertyNames(object) {
    return own_names(object);
  }
  static getPrototypeOf(object) {
    return object.constructor;
  }
  static setPrototypeOf(object) {
    return object;
  }
  static keys(object) {
    return own_names(object);
  }
  static values(object) {
    const result = [];
    for (const key of own_names(object)) result.push(object[key]);
    return result;
  }
}

class Function {
  call(self, ...args) {
    return call_on(this, self, ...args);
  }
  apply(self, args) {
    return args ? call_on(this, self, ...args) : call_on(this, self);
  }
  bind(self, ...first) {
    const fn = this;
    return (...rest) => call_on(fn, self, ...first, ...rest);
  }
  toString() {
    return some('text');
  }
}

// `Boolean` as a test asks for the truth of each.
function holds(fn, item, list) {
  return fn === Boolean ? truth(item) : fn(item, some('number'), list);
}

class Array {
  constructor(...items) {
    return items;
  }
  static from(iterable, fn) {
    const result = [];
    if (iterable !== null && iterable !== undefined)
      for (const item of iterable) result.push(fn ? fn(item) : item);
    return result;
  }
  static of(...items) {
    return items;
  }
  static isArray(value) {
    return value instanceof Array;
  }
  get length() {
    return length(this);
  }
  at(index) {
    return this[index];
  }
  concat(...others) {
    const result = sequence_copy(this);
    for (const other of others) {
      if (other instanceof Array) sequence_extend(result, other);
      else sequence_add(result, other);
    }
    return result;
  }
  entries() {
    const result = [];
    for (const item of this) result.push([some('number'), item]);
    return result;
  }
  every(fn) {
    for (const item of this) if (!holds(fn, item, this)) return false;
    return true;
  }
  fill(value) {
    for (const item of this) sequence_add(this, value);
    return this;
  }
  filter(fn) {
    const result = [];
    for (const item of this) if (holds(fn, item, this)) result.push(item);
    return result;
  }
  find(fn) {
    for (const item of this) if (holds(fn, item, this)) return item;
    return undefined;
  }
  findLast(fn) {
    return this.find(fn);
  }
  findIndex(fn) {
    for (const item of this) fn(item, some('number'), this);
    return some('number');
  }
  flat() {
    const result = [];
    for (const item of this) {
      if (item instanceof Array) sequence_extend(result, item);
      else result.push(item);
    }
    return result;
  }
  flatMap(fn) {
    return this.map(fn).flat();
  }
  forEach(fn) {
    for (const item of this) fn(item, some('number'), this);
  }
  includes(value) {
    return contains(this, value);
  }
  indexOf() {
    return some('number');
  }
  lastIndexOf() {
    return some('number');
  }
  join(separator) {
    return string_operation('join', separator === undefined ? ',' : separator, this);
  }
  keys() {
    return [some('number')];
  }
  map(fn) {
    const result = [];
    for (const item of this) result.push(fn(item, some('number'), this));
    return result;
  }
  pop() {
    return sequence_pop(this);
  }
  push(...items) {
    for (const item of items) sequence_add(this, item);
    return some('number');
  }
  reduce(fn, initial) {
    let result = initial;
    for (const item of this) result = fn(result, item, some('number'), this);
    return result;
  }
  reduceRight(fn, initial) {
    return this.reduce(fn, initial);
  }
  reverse() {
    sequence_reverse(this);
    return this;
  }
  shift() {
    return sequence_pop(this, 0);
  }
  slice(start, end) {
    if (typeof start !== 'number' || end !== undefined || !is_certain(start) || start < 0)
      return sequence_copy(this);
    const result = [];
    let index = 0;
    for (const item of this) {
      if (index >= start) result.push(item);
      index += 1;
    }
    return result;
  }
  some(fn) {
    for (const item of this) if (holds(fn, item, this)) return true;
    return false;
  }
  sort() {
    return this;
  }
  toSorted() {
    return sequence_copy(this);
  }
  toReversed() {
    return sequence_copy(this);
  }
  splice(start, count, ...items) {
    const removed = sequence_copy(this);
    if (unknown_boolean('what is taken out of a list')) sequence_clear(this);
    sequence_extend(this, removed);
    for (const item of items) sequence_add(this, item);
    return removed;
  }
  unshift(...items) {
    for (const item of items) sequence_insert(this, 0, item);
    return some('number');
  }
  values() {
    return this;
  }
}

class String {
  constructor(value) {
    return value === undefined ? '' : string_operation('str', value);
  }
  static fromCharCode() {
    return some('text');
  }
  static raw() {
    return some('text');
  }
  get length() {
    return length(this);
  }
  charAt() {
    return some('text');
  }
  charCodeAt() {
    return some('number');
  }
  concat(...others) {
    return others.reduce((text, other) => text + other, this);
  }
  endsWith(part) {
    return string_operation('endswith', this, part);
  }
  includes(part) {
    return contains(this, part);
  }
  indexOf() {
    return some('number');
  }
  lastIndexOf() {
    return some('number');
  }
  localeCompare() {
    return some('number');
  }
  match() {
    return unknown('what a pattern matches');
  }
  matchAll() {
    return [unknown('what a pattern matches')];
  }
  normalize() {
    return this;
  }
  padEnd() {
    return some('text');
  }
  padStart() {
    return some('text');
  }
  repeat() {
    return some('text');
  }
  replace(pattern, replacement) {
    if (typeof replacement === 'function') replacement(some('text'));
    return some('text');
  }
  replaceAll(pattern, replacement) {
    return this.replace(pattern, replacement);
  }
  search() {
    return some('number');
  }
  slice() {
    return some('text');
  }
  split(separator) {
    return typeof separator === 'string' ? string_operation('split', this, separator) : [some('text')];
  }
  startsWith(part) {
    return string_operation('startswith', this, part);
  }
  substring() {
    return some('text');
  }
  substr() {
    return some('text');
  }
  toLowerCase() {
    return string_operation('lower', this);
  }
  toLocaleLowerCase() {
    return string_operation('lower', this);
  }
  toUpperCase() {
    return string_operation('upper', this);
  }
  toLocaleUpperCase() {
    return string_operation('upper', this);
  }
  toString() {
    return this;
  }
  trim() {
    return string_operation('strip', this);
  }
  trimEnd() {
    return string_operation('rstrip', this);
  }
  trimStart() {
    return string_operation('lstrip', this);
  }
  valueOf() {
    return this;
  }
}

class Number {
  constructor(value) {
    return number_operation('float', value);
  }
  static isFinite() {
    return unknown_boolean('whether a number is finite');
  }
  static isInteger() {
    return unknown_boolean('whether a number is whole');
  }
  static isNaN() {
    return unknown_boolean('whether it is a number');
  }
  static isSafeInteger() {
    return unknown_boolean('whether a number is whole');
  }
  static parseFloat(text) {
    return number_operation('float', text);
  }
  static parseInt(text) {
    return number_operation('int', text);
  }
  toFixed() {
    return some('text');
  }
  toLocaleString() {
    return some('text');
  }
  toPrecision() {
    return some('text');
  }
  toString() {
    return string_operation('str', this);
  }
  valueOf() {
    return this;
  }
}
Number.MAX_SAFE_INTEGER = 9007199254740991;
Number.MIN_SAFE_INTEGER = -9007199254740991;
Number.EPSILON = some('number');
Number.POSITIVE_INFINITY = some('number');
Number.NEGATIVE_INFINITY = some('number');

class Boolean {
  constructor(value) {
    return truth(value);
  }
  toString() {
    return some('text');
  }
  valueOf() {
    return this;
  }
}

class Symbol {
  constructor(description) {
    this.description = description;
  }
  static for(key) {
    return `Symbol(${key})`;
  }
  toString() {
    return some('text');
  }
}
Symbol.iterator = 'Symbol(iterator)';
Symbol.asyncIterator = 'Symbol(asyncIterator)';
Symbol.hasInstance = 'Symbol(hasInstance)';
Symbol.toStringTag = 'Symbol(toStringTag)';
function BigInt(value) {
  return number_operation('int', value);
}

class Error {
  constructor(message, options) {
    this.message = message === undefined ? '' : message;
    this.cause = options ? options.cause : undefined;
    this.stack = some('text');
  }
  static captureStackTrace() {}
  get name() {
    return some('text');
  }
  set name(value) {}
  toString() {
    return some('text');
  }
}
// What is thrown where there is no such module: an error like others, but for its code.
const any_error = Error;
const __ModuleNotFound = class Error extends any_error {
  code = 'MODULE_NOT_FOUND';
};
// The compiler may make `require` of `import()`.
const __ImportNotFound = class Error extends any_error {
  code = unknown_boolean('whether import() is compiled to require()')
    ? 'MODULE_NOT_FOUND'
    : 'ERR_MODULE_NOT_FOUND';
};
class TypeError extends Error {}
class RangeError extends Error {}
class ReferenceError extends Error {}
class SyntaxError extends Error {}
class EvalError extends Error {}
class URIError extends Error {}
class AggregateError extends Error {
  constructor(errors, message) {
    super(message);
    this.errors = errors;
  }
}

class Map {
  constructor(entries) {
    this.__items = make_dict(undefined, []);
    if (entries) for (const [key, value] of entries) mapping_set(this.__items, key, value);
  }
  get size() {
    return length(this.__items);
  }
  clear() {
    mapping_clear(this.__items);
  }
  delete(key) {
    mapping_remove(this.__items, key, undefined);
    return unknown_boolean('whether there was such an entry');
  }
  entries() {
    return mapping_items(this.__items);
  }
  forEach(fn) {
    for (const [key, value] of mapping_items(this.__items)) fn(value, key, this);
  }
  get(key) {
    return mapping_get(this.__items, key, undefined);
  }
  has(key) {
    return contains(this.__items, key);
  }
  keys() {
    return mapping_keys(this.__items);
  }
  set(key, value) {
    mapping_set(this.__items, key, value);
    return this;
  }
  values() {
    return mapping_values(this.__items);
  }
  __iterate__() {
    return mapping_items(this.__items);
  }
}
class WeakMap extends Map {}

class Set {
  constructor(items) {
    this.__items = make_set(undefined, items ? items : []);
  }
  get size() {
    return length(this.__items);
  }
  add(item) {
    sequence_add(this.__items, item);
    return this;
  }
  clear() {
    sequence_clear(this.__items);
  }
  delete(item) {
    const had = contains(this.__items, item);
    if (had) sequence_remove(this.__items, item);
    return had;
  }
  entries() {
    return this.__items;
  }
  forEach(fn) {
    for (const item of this.__items) fn(item, item, this);
  }
  has(item) {
    return contains(this.__items, item);
  }
  keys() {
    return this.__items;
  }
  values() {
    return this.__items;
  }
  __iterate__() {
    return this.__items;
  }
}
class WeakSet extends Set {}
class WeakRef {
  constructor(target) {
    this.__target = target;
  }
  deref() {
    return this.__target;
  }
}
class FinalizationRegistry {
  register() {}
}

const PENDING = {};

class Promise {
  constructor(executor) {
    this.__value = PENDING;
    this.__error = PENDING;
    executor(
      (value) => {
        this.__value = value;
      },
      (error) => {
        this.__error = error;
      },
    );
  }
  async __await__() {
    if (this.__value === PENDING && this.__error === PENDING) run_jobs();
    if (this.__value === PENDING && this.__error === PENDING) run_later();
    if (this.__error !== PENDING) throw this.__error;
    if (this.__value !== PENDING) return await this.__value;
    pause();
    return unknown('what a promise gives that is kept from outside');
  }
  then(fulfilled, rejected) {
    return chained(this, fulfilled, rejected);
  }
  catch(rejected) {
    return chained(this, undefined, rejected);
  }
  finally(done) {
    return finished(this, done);
  }
  static async resolve(value) {
    return await value;
  }
  static async reject(error) {
    throw error;
  }
  static async try(fn, ...args) {
    return await fn(...args);
  }
  // An import whose failure somebody handles.
  static async __import(load) {
    try {
      return load();
    } catch (error) {
      throw error;
    }
  }
  static async all(promises) {
    const results = [];
    for (const promise of promises) results.push(await promise);
    return results;
  }
  static async allSettled(promises) {
    const results = [];
    for (const promise of promises) {
      try {
        results.push({ status: 'fulfilled', value: await promise });
      } catch (reason) {
        results.push({ status: 'rejected', reason });
      }
    }
    return results;
  }
  static async race(promises) {
    for (const promise of promises) if (unknown_boolean('which promise is the first')) return await promise;
    return unknown('what the first promise gives');
  }
  static async any(promises) {
    return await Promise.race(promises);
  }
  static withResolvers() {
    const result = {};
    result.promise = new Promise((resolve, reject) => {
      result.resolve = resolve;
      result.reject = reject;
    });
    return result;
  }
}

async function chained(promise, fulfilled, rejected) {
  if (!rejected) {
    const value = await promise;
    return fulfilled ? await fulfilled(value) : value;
  }
  let value;
  try {
    value = await promise;
  } catch (error) {
    return await rejected(error);
  }
  return fulfilled ? await fulfilled(value) : value;
}

async function finished(promise, done) {
  try {
    return await promise;
  } finally {
    done();
  }
}

class Generator {
  next(sent) {
    return {
      value: next_of(this, undefined, sent),
      done: unknown_boolean('whether a generator is at its end'),
    };
  }
  return(value) {
    return { value, done: true };
  }
  throw() {
    return unknown('what a generator makes of an error');
  }
}

class Date {
  constructor() {}
  static now() {
    return some('number');
  }
  static parse() {
    return some('number');
  }
  static UTC() {
    return some('number');
  }
  toString() {
    return some('text');
  }
  toISOString() {
    return some('text');
  }
  toJSON() {
    return some('text');
  }
  toUTCString() {
    return some('text');
  }
  toDateString() {
    return some('text');
  }
  toTimeString() {
    return some('text');
  }
  toLocaleString() {
    return some('text');
  }
  toLocaleDateString() {
    return some('text');
  }
  toLocaleTimeString() {
    return some('text');
  }
  getTime() {
    return some('number');
  }
  valueOf() {
    return some('number');
  }
  getDay() {
    return some('number');
  }
  getUTCDay() {
    return some('number');
  }
  getTimezoneOffset() {
    return some('number');
  }
  setTime() {
    return some('number');
  }
  getFullYear() {
    return some('number');
  }
  getUTCFullYear() {
    return some('number');
  }
  setFullYear() {
    return some('number');
  }
  setUTCFullYear() {
    return some('number');
  }
  getMonth() {
    return some('number');
  }
  getUTCMonth() {
    return some('number');
  }
  setMonth() {
    return some('number');
  }
  setUTCMonth() {
    return some('number');
  }
  getDate() {
    return some('number');
  }
  getUTCDate() {
    return some('number');
  }
  setDate() {
    return some('number');
  }
  setUTCDate() {
    return some('number');
  }
  getHours() {
    return some('number');
  }
  getUTCHours() {
    return some('number');
  }
  setHours() {
    return some('number');
  }
  setUTCHours() {
    return some('number');
  }
  getMinutes() {
    return some('number');
  }
  getUTCMinutes() {
    return some('number');
  }
  setMinutes() {
    return some('number');
  }
  setUTCMinutes() {
    return some('number');
  }
  getSeconds() {
    return some('number');
  }
  getUTCSeconds() {
    return some('number');
  }
  setSeconds() {
    return some('number');
  }
  setUTCSeconds() {
    return some('number');
  }
  getMilliseconds() {
    return some('number');
  }
  getUTCMilliseconds() {
    return some('number');
  }
  setMilliseconds() {
    return some('number');
  }
  setUTCMilliseconds() {
    return some('number');
  }
}

class RegExp {
  constructor(source) {
    this.source = source;
  }
  test() {
    return unknown_boolean('whether a pattern matches');
  }
  exec() {
    return unknown('what a pattern matches');
  }
}

class URL {
  constructor(url) {
    this.href = url;
    this.searchParams = new URLSearchParams();
    for (const part of ['protocol', 'host', 'hostname', 'port', 'origin', 'pathname', 'search', 'hash'])
      this[part] = some('text');
    this.username = some('text');
    this.password = some('text');
  }
  static canParse() {
    return unknown_boolean('whether it is an address');
  }
  toString() {
    return some('text');
  }
  toJSON() {
    return some('text');
  }
}
class URLSearchParams {
  constructor() {}
  get() {
    return unknown_boolean('whether an address names a parameter') ? some('text') : null;
  }
  getAll() {
    return [some('text')];
  }
  has() {
    return unknown_boolean('whether an address names a parameter');
  }
  append() {}
  set() {}
  delete() {}
  sort() {}
  forEach(fn) {
    fn(some('text'), some('text'), this);
  }
  keys() {
    return [some('text')];
  }
  values() {
    return [some('text')];
  }
  entries() {
    return [[some('text'), some('text')]];
  }
  toString() {
    return some('text');
  }
}
class TextEncoder {
  encode() {
    return new Uint8Array();
  }
}
class TextDecoder {
  decode() {
    return some('text');
  }
}
class AbortController {
  constructor() {
    this.signal = object_of('AbortSignal');
  }
  abort() {}
}
class Buffer {
  static from() {
    return new Buffer();
  }
  static alloc() {
    return new Buffer();
  }
  static concat() {
    return new Buffer();
  }
  static isBuffer() {
    return unknown_boolean('whether it is a buffer');
  }
  toString() {
    return some('text');
  }
}
class Uint8Array {}
class ArrayBuffer {}
// What is read from a proxy is what its handler gives; without a handler for that it is as good as its target.
class Proxy {
  constructor(target, handler) {
    const traps = handler ? [handler.get, handler.construct, handler.apply] : [];
    if (!traps.some((trap) => typeof trap === 'function')) return target;
    this.__target = target;
    this.__handler = handler;
  }
  __missing__(name) {
    const { get } = this.__handler;
    return typeof get === 'function' ? this.__handler.get(this.__target, name, this) : this.__target[name];
  }
  // Without a trap, what is assigned to the proxy is the target's (ECMAScript 10.5.9).
  __put__(name, value) {
    if (name === '__target' || name === '__handler') this[name] = value;
    else if (typeof this.__handler.set === 'function') this.__handler.set(this.__target, name, value, this);
    else this.__target[name] = value;
  }
  __call__(...args) {
    const { apply } = this.__handler;
    return typeof apply === 'function'
      ? this.__handler.apply(this.__target, undefined, args)
      : this.__target(...args);
  }
  __construct__(...args) {
    const { construct } = this.__handler;
    return typeof construct === 'function'
      ? this.__handler.construct(this.__target, args, this)
      : new this.__target(...args);
  }
}

const Reflect = {
  get(target, key) {
    return target[key];
  },
  set(target, key, value) {
    target[key] = value;
    return true;
  },
  has(target, key) {
    return key in target;
  },
  ownKeys(target) {
    return own_names(target);
  },
  construct(target, args) {
    return new target(...args);
  },
  apply(fn, self, args) {
    return call_on(fn, self, ...args);
  },
  defineMetadata(key, value, target) {},
  getMetadata() {
    return unknown('metadata');
  },
  hasMetadata() {
    return unknown_boolean('metadata');
  },
  metadata() {
    return (target) => target;
  },
};

const JSON = {
  parse() {
    return unknown('what a text holds');
  },
  stringify() {
    return some('text');
  },
};

const Math = {
  PI: 3.141592653589793,
  abs() {
    return some('number');
  },
  ceil() {
    return some('number');
  },
  floor() {
    return some('number');
  },
  max() {
    return some('number');
  },
  min() {
    return some('number');
  },
  pow() {
    return some('number');
  },
  random() {
    return some('number');
  },
  round() {
    return some('number');
  },
  sqrt() {
    return some('number');
  },
  trunc() {
    return some('number');
  },
  sign() {
    return some('number');
  },
  log() {
    return some('number');
  },
};

class Console {
  log() {}
  info() {}
  warn() {}
  error() {}
  debug() {}
  trace() {}
  table() {}
  group() {}
  groupEnd() {}
  time() {}
  timeEnd() {}
  assert() {}
  dir() {}
}
const console = new Console();

const NaN = some('number');
const Infinity = some('number');
function parseInt(text) {
  return number_operation('int', text);
}
function parseFloat(text) {
  return number_operation('float', text);
}
function isNaN() {
  return unknown_boolean('whether it is a number');
}
function isFinite() {
  return unknown_boolean('whether a number is finite');
}
function encodeURIComponent() {
  return some('text');
}
function decodeURIComponent() {
  return some('text');
}
function encodeURI() {
  return some('text');
}
function decodeURI() {
  return some('text');
}
function structuredClone(value) {
  return value;
}
async function fetch() {
  return unknown('the answer of another server');
}
const crypto = object_of('crypto');
const performance = {
  now() {
    return some('number');
  },
};

// Timers run when what runs now has come to its end: those that only wait for that are jobs, the others run maybe later.
class Timeout {
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return true;
  }
  refresh() {
    return this;
  }
}
function setTimeout(fn, delay, ...args) {
  later(fn, ...args);
  return new Timeout();
}
function setInterval(fn, delay, ...args) {
  later(fn, ...args);
  return new Timeout();
}
function setImmediate(fn, ...args) {
  enqueue(fn, ...args);
  return new Timeout();
}
function queueMicrotask(fn) {
  enqueue(fn);
}
function clearTimeout() {}
function clearInterval() {}
function clearImmediate() {}

class Process {
  constructor() {
    this.env = environment_mapping();
    this.execArgv = [];
    this.platform = some('text');
    this.pid = some('number');
    this.versions = { node: some('text') };
    this.version = some('text');
    this.exitCode = undefined;
  }
  get argv() {
    return [some('text'), main_path()];
  }
  cwd() {
    return '/';
  }
  exit() {
    end_of_program();
  }
  abort() {
    end_of_program();
  }
  nextTick(fn, ...args) {
    enqueue(fn, ...args);
  }
  on(event, fn) {
    // When the process ends nobody is served any more.
    if (event !== 'exit' && event !== 'beforeExit') per_request(fn, 'event');
    return this;
  }
  once(event, fn) {
    return this.on(event, fn);
  }
  addListener(event, fn) {
    return this.on(event, fn);
  }
  off() {
    return this;
  }
  removeListener() {
    return this;
  }
  removeAllListeners() {
    return this;
  }
  emit() {
    return unknown_boolean('whether somebody listens');
  }
  uptime() {
    return some('number');
  }
  memoryUsage() {
    return {
      heapUsed: some('number'),
      heapTotal: some('number'),
      rss: some('number'),
      external: some('number'),
    };
  }
  hrtime() {
    return [some('number'), some('number')];
  }
  kill() {
    return true;
  }
  send() {
    return true;
  }
}
const process = new Process();

const Bun = {
  env: process.env,
  serve(options) {
    will_serve();
    for (const name of ['fetch', 'error'])
      if (options && typeof options[name] === 'function') per_request(options[name], 'http');
    return object_of('Bun.Server');
  },
  file() {
    return object_of('Bun.BunFile');
  },
  write() {
    return unknown('a promise');
  },
};

// Of the file that is run: its `module` object, and its path.
function __main_module() {
  return main_module();
}
function __main_path() {
  return main_path();
}

const globalThis = {};
const global = globalThis;
