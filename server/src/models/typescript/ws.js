// ws: WebSocket servers and clients.
const { enqueue, object_of, per_request, some, unknown, will_serve } = require('__wiretrace__');
const EventEmitter = require('events');

class WebSocket extends EventEmitter {
  constructor(address) {
    super();
    this.readyState = some('number');
    this.url = address;
  }
  __registered(event, fn) {
    per_request(fn, 'websocket');
  }
  send() {}
  close() {}
  ping() {}
  pong() {}
  terminate() {}
  addEventListener(event, fn) {
    this.on(event, fn);
  }
}
WebSocket.CONNECTING = 0;
WebSocket.OPEN = 1;
WebSocket.CLOSING = 2;
WebSocket.CLOSED = 3;

class WebSocketServer extends EventEmitter {
  constructor(options, fn) {
    super();
    this.clients = new Set();
    this.options = options;
    if (options && options.port !== undefined) will_serve();
    if (fn) enqueue(fn);
  }
  __registered(event, fn) {
    if (event === 'listening') enqueue(fn);
    else per_request(fn, 'websocket');
  }
  handleUpgrade(request, socket, head, fn) {
    if (fn) fn(object_of('ws.WebSocket'), request);
  }
  shouldHandle() {
    return true;
  }
  address() {
    return { port: some('number'), address: some('text') };
  }
  close(fn) {
    if (fn) per_request(fn, 'event');
  }
}
WebSocket.Server = WebSocketServer;
WebSocket.WebSocketServer = WebSocketServer;
WebSocket.WebSocket = WebSocket;
WebSocket.createWebSocketStream = () => object_of('ws.Duplex');
module.exports = WebSocket;
