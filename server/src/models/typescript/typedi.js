// TypeDI: one object of each class, made when it is first asked for.
const { call_on, allocate, is_certain, object_of, parameter_types } = require('__wiretrace__');
const values = new Map();
function get(token) {
  if (!is_certain(token)) return object_of('a service');
  if (values.has(token)) return values.get(token);
  if (typeof token !== 'function') return object_of('a service');
  const object = allocate(token);
  values.set(token, object);
  const args = [];
  let index = 0;
  for (const stated of parameter_types(token)) {
    const own = token.__tokens ? token.__tokens.get(index) : undefined;
    args.push(get(own === undefined ? stated : typeof own === 'function' && !own.prototype ? own() : own));
    index += 1;
  }
  call_on(token.constructor, object, ...args);
  for (const [key, wanted] of token.__properties ? token.__properties : []) object[key] = get(wanted);
  return object;
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
class Container {
  static get(token) {
    return get(token);
  }
  static set(token, value) {
    values.set(token, value);
  }
  static has(token) {
    return values.has(token);
  }
  static resolve(token) {
    return get(token);
  }
  static register(token, provider) {
    values.set(
      token,
      provider.useValue
        ? provider.useValue
        : provider.useClass
          ? get(provider.useClass)
          : object_of('a service'),
    );
  }
  static registerInstance(token, value) {
    values.set(token, value);
  }
  static registerSingleton(token, type) {
    values.set(token, get(type === undefined ? token : type));
  }
  static isRegistered(token) {
    return values.has(token);
  }
  static of() {
    return Container;
  }
  static reset() {}
}
const decorator = () => () => {};
module.exports = {
  Container,
  Service: decorator,
  Inject,
  Token: class Token {},
  injectable: decorator,
  singleton: decorator,
  inject: Inject,
  container: Container,
  default: Container,
};
