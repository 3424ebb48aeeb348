/** As much of Fastify as the micro-suite's programs use: plug-ins and hooks run when the application gets ready. */
function fastify() {
  const queue = [];
  const hooks = { onReady: [], onListen: [] };
  const handlers = [];
  const app = { log: { info() {}, warn() {}, error() {} } };
  for (const method of ['get', 'post', 'put', 'delete', 'all'])
    app[method] = (path, ...given) => (handlers.push([path, given.at(-1)]), app);
  app.register = (plugin, options = {}) => (queue.push(() => run(plugin, options)), app);
  app.decorate = (name, value) => ((app[name] = value), app);
  app.hasDecorator = (name) => name in app;
  app.addHook = (name, hook) => (hooks[name]?.push(hook), app);
  const run = async (plugin, options) => {
    const loaded = await plugin;
    await (loaded.default ?? loaded)(app, options, () => {});
  };
  app.ready = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await step();
    for (const hook of hooks.onReady.splice(0)) await hook.call(app);
    return app;
  };
  app.listen = async () => {
    await app.ready();
    for (const [path, handler] of handlers) __wt.handler(path, handler);
    await new Promise((resolve) => __wt.serve(resolve));
    for (const hook of hooks.onListen) await hook.call(app);
    return 'http://127.0.0.1:3000';
  };
  app.close = async () => {};
  return app;
}

module.exports = Object.assign(fastify, { fastify, default: fastify });
