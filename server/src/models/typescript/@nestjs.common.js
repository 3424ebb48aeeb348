// NestJS: decorators. What they say is kept on the classes, for the factory to read.
const { unknown } = require('__wiretrace__');

function marked(name) {
  return (value) => (target) => {
    target[name] = value === undefined ? true : value;
  };
}
function nothing() {
  return () => {};
}
// Methods that answer requests, events and schedules.
function handler(kind) {
  return () => (target, key) => {
    if (key === undefined) return;
    if (!target.__handlers) target.__handlers = [];
    target.__handlers.push([key, kind]);
  };
}

// Of a parameter of the constructor: undefined where nothing provides it.
function Optional() {
  return (target, key, index) => {
    if (key !== undefined) return;
    if (!target.__optional) target.__optional = new Map();
    target.__optional.set(index, true);
  };
}
function Inject(token) {
  return (target, key, index) => {
    if (typeof index === 'number') {
      if (!target.__tokens) target.__tokens = new Map();
      target.__tokens.set(index, token);
    } else {
      if (!target.__properties) target.__properties = [];
      target.__properties.push([key, token]);
    }
  };
}

const exported = {
  Module: marked('__module'),
  Injectable: marked('__injectable'),
  Controller: marked('__controller'),
  Global: marked('__global'),
  Inject,
  Optional,
  forwardRef(fn) {
    return { __forward: fn };
  },
  handler,
  marked,
  nothing,
  Logger: class Logger {
    constructor(context) {
      this.context = context;
    }
    log() {}
    error() {}
    warn() {}
    debug() {}
    verbose() {}
    fatal() {}
    static log() {}
    static error() {}
    static warn() {}
  },
  applyDecorators(...decorators) {
    return (...args) => {
      for (const decorator of decorators) decorator(...args);
    };
  },
  SetMetadata: nothing,
  HttpException: class HttpException extends Error {},
  Scope: { DEFAULT: 0, TRANSIENT: 1, REQUEST: 2 },
};
for (const name of ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Options', 'Head', 'Sse'])
  exported[name] = handler('http');
for (const name of [
  'UseGuards',
  'UsePipes',
  'UseInterceptors',
  'UseFilters',
  'Catch',
  'HttpCode',
  'Header',
  'Redirect',
  'Render',
  'Version',
  'Body',
  'Param',
  'Query',
  'Req',
  'Request',
  'Res',
  'Response',
  'Headers',
  'Ip',
  'Session',
  'HostParam',
  'UploadedFile',
  'UploadedFiles',
  'Next',
])
  exported[name] = nothing;
module.exports = exported;
