// NestJS: gateways.
const { handler, marked, nothing } = require('@nestjs/common');
function WebSocketServer() {
  return (target, key) => {
    if (!target.__servers) target.__servers = [];
    target.__servers.push(key);
  };
}
module.exports = {
  WebSocketGateway: marked('__gateway'),
  WebSocketServer,
  SubscribeMessage: handler('websocket'),
  MessageBody: nothing,
  ConnectedSocket: nothing,
  WsException: class WsException extends Error {},
};
