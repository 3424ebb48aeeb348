// fastify-plugin: a plug-in without a scope of its own.
module.exports = (plugin) => plugin;
