// NestJS: events inside of an application.
const { handler } = require('@nestjs/common');
const EventEmitter = require('events');
class EventEmitter2 extends EventEmitter {
  async emitAsync() {
    return [];
  }
}
class EventEmitterModule {
  static forRoot() {
    return { module: EventEmitterModule, providers: [EventEmitter2] };
  }
}
module.exports = { OnEvent: handler('event'), EventEmitter2, EventEmitterModule };
