// Koa: routers, under the name of their organisation.
module.exports = require('koa-router');
