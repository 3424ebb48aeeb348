/**
 * Models of JavaScript libraries: the name by which a module is imported and the text that stands for it. One line per file of this folder;
 * must not know the engine that interprets them.
 */
import ofHonoNodeServerText from './@hono.node-server.js?raw';
import ofKoaRouterText from './@koa.router.js?raw';
import ofNestjsCommonText from './@nestjs.common.js?raw';
import ofNestjsCoreText from './@nestjs.core.js?raw';
import ofNestjsEventEmitterText from './@nestjs.event-emitter.js?raw';
import ofNestjsScheduleText from './@nestjs.schedule.js?raw';
import ofNestjsWebsocketsText from './@nestjs.websockets.js?raw';
import builtinsText from './builtins.js?raw';
import dotenvConfigText from './dotenv.config.js?raw';
import dotenvText from './dotenv.js?raw';
import elysiaText from './elysia.js?raw';
import eventsText from './events.js?raw';
import expressText from './express.js?raw';
import fastifyPluginText from './fastify-plugin.js?raw';
import fastifyText from './fastify.js?raw';
import fsText from './fs.js?raw';
import fsPromisesText from './fs.promises.js?raw';
import honoText from './hono.js?raw';
import httpText from './http.js?raw';
import http2Text from './http2.js?raw';
import httpsText from './https.js?raw';
import inversifyText from './inversify.js?raw';
import koaRouterText from './koa-router.js?raw';
import koaText from './koa.js?raw';
import moduleText from './module.js?raw';
import netText from './net.js?raw';
import nextText from './next.js?raw';
import osText from './os.js?raw';
import pathText from './path.js?raw';
import processText from './process.js?raw';
import reflectMetadataText from './reflect-metadata.js?raw';
import socketIoText from './socket.io.js?raw';
import timersText from './timers.js?raw';
import timersPromisesText from './timers.promises.js?raw';
import tsyringeText from './tsyringe.js?raw';
import typediText from './typedi.js?raw';
import urlText from './url.js?raw';
import utilText from './util.js?raw';
import wsText from './ws.js?raw';

export const TYPESCRIPT_MODELS: ReadonlyMap<string, string> = new Map([
  ['@hono/node-server', ofHonoNodeServerText],
  ['@koa/router', ofKoaRouterText],
  ['@nestjs/common', ofNestjsCommonText],
  ['@nestjs/core', ofNestjsCoreText],
  ['@nestjs/event-emitter', ofNestjsEventEmitterText],
  ['@nestjs/schedule', ofNestjsScheduleText],
  ['@nestjs/websockets', ofNestjsWebsocketsText],
  ['builtins', builtinsText],
  ['dotenv/config', dotenvConfigText],
  ['dotenv', dotenvText],
  ['elysia', elysiaText],
  ['events', eventsText],
  ['express', expressText],
  ['fastify-plugin', fastifyPluginText],
  ['fastify', fastifyText],
  ['fs', fsText],
  ['fs/promises', fsPromisesText],
  ['hono', honoText],
  ['http', httpText],
  ['http2', http2Text],
  ['https', httpsText],
  ['inversify', inversifyText],
  ['koa-router', koaRouterText],
  ['koa', koaText],
  ['module', moduleText],
  ['net', netText],
  ['next', nextText],
  ['os', osText],
  ['path', pathText],
  ['process', processText],
  ['reflect-metadata', reflectMetadataText],
  ['socket.io', socketIoText],
  ['timers', timersText],
  ['timers/promises', timersPromisesText],
  ['tsyringe', tsyringeText],
  ['typedi', typediText],
  ['url', urlText],
  ['util', utilText],
  ['ws', wsText],
]);
