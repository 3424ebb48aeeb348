// InversifyJS: bindings of a container.
const { Container: Global, Inject } = require('typedi');
class Binding {
  constructor(container, token) {
    this.container = container;
    this.token = token;
  }
  to(type) {
    this.container.__types.set(this.token, type);
    return this;
  }
  toSelf() {
    return this.to(this.token);
  }
  toService(other) {
    return this.to(other);
  }
  toConstantValue(value) {
    this.container.__values.set(this.token, value);
    Global.set(this.token, value);
    return this;
  }
  toDynamicValue(fn) {
    return this.toConstantValue(fn({ container: this.container }));
  }
  inSingletonScope() {
    return this;
  }
  inTransientScope() {
    return this;
  }
  inRequestScope() {
    return this;
  }
  whenTargetNamed() {
    return this;
  }
}
class Container {
  constructor() {
    this.__values = new Map();
    this.__types = new Map();
  }
  bind(token) {
    return new Binding(this, token);
  }
  rebind(token) {
    return new Binding(this, token);
  }
  isBound(token) {
    return this.__values.has(token) || this.__types.has(token);
  }
  get(token) {
    if (this.__values.has(token)) return this.__values.get(token);
    const value = Global.get(this.__types.has(token) ? this.__types.get(token) : token);
    this.__values.set(token, value);
    Global.set(token, value);
    return value;
  }
  async getAsync(token) {
    return this.get(token);
  }
}
const decorator = () => () => {};
module.exports = {
  Container,
  injectable: decorator,
  inject: Inject,
  optional: decorator,
  named: decorator,
  ContainerModule: class ContainerModule {},
};
