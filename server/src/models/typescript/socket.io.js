// socket.io: the server. Connections and their events come per request; what is emitted reaches nobody before.
const { object_of, per_request, some, unknown, will_serve } = require('__wiretrace__');
const EventEmitter = require('events');

class Broadcast {
  to() {
    return this;
  }
  in() {
    return this;
  }
  except() {
    return this;
  }
  compress() {
    return this;
  }
  timeout() {
    return this;
  }
  get volatile() {
    return this;
  }
  get local() {
    return this;
  }
  emit() {
    return true;
  }
  async emitWithAck() {
    return unknown('the answer of clients');
  }
  async fetchSockets() {
    return [object_of('socket.io.RemoteSocket')];
  }
  async allSockets() {
    return new Set();
  }
  socketsJoin() {}
  socketsLeave() {}
  disconnectSockets() {}
}

class Namespace extends EventEmitter {
  constructor(name) {
    super();
    this.name = name;
    this.sockets = new Map();
    this.adapter = object_of('socket.io.Adapter');
  }
  __registered(event, fn) {
    per_request(fn, 'websocket');
  }
  use(fn) {
    per_request(fn, 'websocket');
    return this;
  }
  to() {
    return new Broadcast();
  }
  in() {
    return new Broadcast();
  }
  except() {
    return new Broadcast();
  }
  timeout() {
    return new Broadcast();
  }
  compress() {
    return new Broadcast();
  }
  get volatile() {
    return new Broadcast();
  }
  get local() {
    return new Broadcast();
  }
  emit() {
    return true;
  }
  send() {
    return this;
  }
  write() {
    return this;
  }
  serverSideEmit() {
    return true;
  }
  async fetchSockets() {
    return [object_of('socket.io.RemoteSocket')];
  }
  async allSockets() {
    return new Set();
  }
  socketsJoin() {}
  socketsLeave() {}
  disconnectSockets() {}
}

class Server extends Namespace {
  constructor(server, options) {
    super('/');
    this.engine = object_of('socket.io.Engine');
    this.httpServer = server;
    this.__namespaces = new Map();
  }
  get sockets() {
    return this;
  }
  set sockets(value) {}
  of(name) {
    const known = this.__namespaces.get(name);
    if (known) return known;
    const made = new Namespace(name);
    this.__namespaces.set(name, made);
    return made;
  }
  attach(server) {
    this.httpServer = server;
    return this;
  }
  listen(port) {
    if (typeof port === 'number') will_serve();
    return this;
  }
  bind() {
    return this;
  }
  path() {
    return this;
  }
  adapter() {
    return this;
  }
  serveClient() {
    return this;
  }
  close(fn) {
    if (fn) per_request(fn, 'event');
  }
}

class Socket extends EventEmitter {}
function create(server, options) {
  return new Server(server, options);
}
create.Server = Server;
create.Namespace = Namespace;
create.Socket = Socket;
create.default = create;
module.exports = create;
