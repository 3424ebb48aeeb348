/** As much of Nest's container as the micro-suite's programs use: providers, their arguments, and who is called when. */
const { noteOf } = require('../common/index.js');

function modulesBelow(root, found = new Set()) {
  if (found.has(root)) return found;
  for (const each of noteOf(root).module?.imports ?? []) modulesBelow(each, found);
  return found.add(root);
}

async function build(root) {
  const providers = new Map();
  const made = new Map();
  const modules = [...modulesBelow(root)];
  const listed = modules.map((each) => ({ each, ...noteOf(each).module }));
  for (const { each, providers: own = [], controllers = [] } of listed)
    for (const provider of [...own, ...controllers, each])
      providers.set(provider.provide ?? provider, provider.provide ? provider : { useClass: provider });

  const get = (key) => {
    if (made.has(key)) return made.get(key);
    const provider = providers.get(key);
    if (!provider) throw new Error(`Nest can't resolve ${String(key?.name ?? key)}`);
    const value = create(provider);
    made.set(key, value);
    return value;
  };
  const create = (provider) => {
    if ('useValue' in provider) return provider.useValue;
    if (provider.useExisting) return get(provider.useExisting);
    if (provider.useFactory) return provider.useFactory(...(provider.inject ?? []).map(get));
    const { types = [], inject = {}, optional = {} } = noteOf(provider.useClass);
    const given = types.map((type, index) => {
      const key = inject[index] ?? type;
      return providers.has(key) || !optional[index] ? get(key) : undefined;
    });
    return new provider.useClass(...given);
  };
  for (const key of providers.keys()) made.set(key, await get(key));
  return { get, all: [...new Set(made.values())] };
}

async function call(all, hook) {
  for (const each of all) if (typeof each?.[hook] === 'function') await each[hook]();
}

const NestFactory = {
  async create(root) {
    const { get, all } = await build(root);
    let isReady = false;
    const init = async () => {
      if (isReady) return;
      isReady = true;
      await call(all, 'onModuleInit');
      await call(all, 'onApplicationBootstrap');
    };
    return {
      get,
      init,
      enableCors() {},
      async listen() {
        await init();
        for (const each of all)
          for (const [path, key] of noteOf(Object.getPrototypeOf(each ?? {}) ?? {}).routes ?? [])
            __wt.handler(path, (...given) => each[key](...given));
        await new Promise((resolve) => __wt.serve(resolve));
      },
    };
  },
};

module.exports = { NestFactory };
