// NestJS: the factory. It makes an object of every provider, hands over what constructors ask for, and calls the hooks of the lifecycle.
const {
  allocate,
  call_on,
  class_of,
  is_certain,
  method_of,
  object_of,
  parameter_types,
  per_request,
  unknown,
  will_serve,
} = require('__wiretrace__');
const http = require('http');
const sockets = require('socket.io');

function reached(value) {
  return value && value.__forward ? value.__forward() : value;
}

class ModuleRecord {
  constructor(type) {
    this.type = type;
    this.imports = [];
    this.providers = new Map();
    this.instances = new Map();
  }
}

class Container {
  constructor() {
    this.modules = new Map();
    this.records = [];
    this.created = [];
  }

  add(entry) {
    const given = reached(entry);
    if (!is_certain(given)) return undefined;
    const type = given && given.module ? given.module : given;
    if (typeof type !== 'function') return undefined;
    const known = this.modules.get(type);
    if (known) return known;
    const record = new ModuleRecord(type);
    this.modules.set(type, record);
    this.records.push(record);
    const meta = type.__module;
    for (const part of [meta, given.module ? given : undefined])
      if (part && part !== true) this.read(record, part);
    record.providers.set(type, { provide: type, useClass: type });
    return record;
  }

  read(record, part) {
    for (const inner of part.imports ? part.imports : []) {
      const found = this.add(inner);
      if (found) record.imports.push(found);
    }
    for (const provider of part.providers ? part.providers : []) this.provide(record, provider);
    for (const controller of part.controllers ? part.controllers : []) this.provide(record, controller);
  }

  provide(record, provider) {
    if (!is_certain(provider) || (typeof provider !== 'function' && !is_certain(provider.provide))) return;
    if (typeof provider === 'function')
      record.providers.set(provider, { provide: provider, useClass: provider });
    else if (provider && provider.provide) record.providers.set(provider.provide, provider);
  }

  find(record, token, seen) {
    if (record.providers.has(token)) return record;
    for (const inner of record.imports) {
      if (seen.has(inner)) continue;
      seen.add(inner);
      const found = this.find(inner, token, seen);
      if (found) return found;
    }
    return undefined;
  }

  owner(record, token) {
    const found = this.find(record, token, new Set());
    if (found) return found;
    for (const other of this.records) if (other.providers.has(token)) return other;
    return undefined;
  }

  // Whether an argument may be left out, and nothing that can be seen provides it.
  isLeftOut(record, type, index, wanted) {
    if (!type.__optional || !type.__optional.has(index)) return false;
    const token = reached(wanted);
    return is_certain(token) && token !== undefined && token !== null && !this.owner(record, token);
  }

  resolve(record, wanted) {
    const token = reached(wanted);
    if (!is_certain(token)) return object_of('a provider of a library');
    if (token === undefined || token === null) return object_of('a provider');
    const owner = this.owner(record, token);
    if (!owner) return object_of('a provider of a library');
    if (owner.instances.has(token)) return owner.instances.get(token);
    const provider = owner.providers.get(token);
    if (provider.useClass) return this.create(owner, token, provider.useClass);
    if (provider.useExisting) return this.resolve(owner, provider.useExisting);
    const value = 'useValue' in provider ? provider.useValue : this.make(owner, provider);
    owner.instances.set(token, value);
    return value;
  }

  make(record, provider) {
    if (!provider.useFactory) return object_of('a provider');
    const args = [];
    for (const token of provider.inject ? provider.inject : [])
      args.push(this.resolve(record, token.token ? token.token : token));
    return provider.useFactory(...args);
  }

  create(record, token, type) {
    // The object is there before what it asks for, so that two may ask for each other.
    const object = allocate(type);
    record.instances.set(token, object);
    const args = [];
    let index = 0;
    for (const stated of parameter_types(type)) {
      const own = type.__tokens ? type.__tokens.get(index) : undefined;
      const wanted = own === undefined ? stated : own;
      args.push(this.isLeftOut(record, type, index, wanted) ? undefined : this.resolve(record, wanted));
      index += 1;
    }
    call_on(type.constructor, object, ...args);
    for (const [key, wanted] of type.__properties ? type.__properties : [])
      object[key] = this.resolve(record, wanted);
    this.created.push(object);
    this.register(object, type);
    return object;
  }

  register(object, type) {
    for (const [key, kind] of type.__handlers ? type.__handlers : [])
      per_request(method_of(object, key), kind);
  }

  createAll() {
    for (const record of this.records)
      for (const token of record.providers.keys()) this.resolve(record, token);
  }
}

class NestApplication {
  constructor(container, root) {
    this.__container = container;
    this.__root = root;
    this.__ready = false;
    this.__server = http.createServer();
  }
  async init() {
    if (this.__ready) return this;
    this.__ready = true;
    for (const object of this.__container.created) this.__connect(object);
    for (const object of this.__container.created)
      if (typeof object.onModuleInit === 'function') await object.onModuleInit();
    for (const object of this.__container.created)
      if (typeof object.onApplicationBootstrap === 'function') await object.onApplicationBootstrap();
    return this;
  }
  // A gateway gets its server before anything else is told that the module is ready.
  __connect(object) {
    const type = class_of(object);
    if (!type.__gateway) return;
    const server = new sockets.Server(this.__server);
    for (const key of type.__servers ? type.__servers : []) object[key] = server;
    if (typeof object.afterInit === 'function') object.afterInit(server);
    for (const name of ['handleConnection', 'handleDisconnect'])
      if (typeof object[name] === 'function') per_request(method_of(object, name), 'websocket');
  }
  async listen(port, ...rest) {
    await this.init();
    will_serve();
    for (const fn of rest) if (typeof fn === 'function') fn();
    return this.__server;
  }
  get(token) {
    return this.__container.resolve(this.__root, token);
  }
  async resolve(token) {
    return this.get(token);
  }
  select() {
    return this;
  }
  getHttpServer() {
    return this.__server;
  }
  use() {
    return this;
  }
  enableCors() {}
  enableShutdownHooks() {
    return this;
  }
  setGlobalPrefix() {
    return this;
  }
  useGlobalPipes() {
    return this;
  }
  useGlobalFilters() {
    return this;
  }
  useGlobalGuards() {
    return this;
  }
  useGlobalInterceptors() {
    return this;
  }
  useWebSocketAdapter() {
    return this;
  }
  enableVersioning() {
    return this;
  }
  useBodyParser() {
    return this;
  }
  set() {
    return this;
  }
  enable() {
    return this;
  }
  disable() {
    return this;
  }
  setBaseViewsDir() {
    return this;
  }
  setViewEngine() {
    return this;
  }
  getHttpAdapter() {
    return object_of('an HTTP adapter');
  }
  useLogger() {}
  useStaticAssets() {
    return this;
  }
  connectMicroservice() {
    return object_of('a microservice');
  }
  async startAllMicroservices() {
    return this;
  }
  async close() {}
  async getUrl() {
    return '';
  }
}

async function create(module) {
  const container = new Container();
  const root = container.add(module);
  container.createAll();
  return new NestApplication(container, root);
}

class NestFactoryStatic {
  create(module) {
    return create(module);
  }
  async createApplicationContext(module) {
    const app = await create(module);
    return await app.init();
  }
  async createMicroservice(module) {
    return await create(module);
  }
}
module.exports = {
  NestFactory: new NestFactoryStatic(),
  Reflector: class Reflector {},
  APP_GUARD: 'APP_GUARD',
  APP_PIPE: 'APP_PIPE',
  APP_FILTER: 'APP_FILTER',
  APP_INTERCEPTOR: 'APP_INTERCEPTOR',
};
