/**
 * Models of JavaScript libraries: the name by which a module is imported and the text that stands for it. One line per file of this folder;
 * must not know the engine that interprets them.
 */
import builtinsText from './builtins.js?raw';
import dotenvConfigText from './dotenv.config.js?raw';
import dotenvText from './dotenv.js?raw';
import eventsText from './events.js?raw';
import expressText from './express.js?raw';
import fsText from './fs.js?raw';
import fsPromisesText from './fs.promises.js?raw';
import httpText from './http.js?raw';
import http2Text from './http2.js?raw';
import httpsText from './https.js?raw';
import moduleText from './module.js?raw';
import netText from './net.js?raw';
import osText from './os.js?raw';
import pathText from './path.js?raw';
import processText from './process.js?raw';
import socketIoText from './socket.io.js?raw';
import timersText from './timers.js?raw';
import timersPromisesText from './timers.promises.js?raw';
import urlText from './url.js?raw';
import utilText from './util.js?raw';
import wsText from './ws.js?raw';

export const TYPESCRIPT_MODELS: ReadonlyMap<string, string> = new Map([
  ['builtins', builtinsText],
  ['dotenv/config', dotenvConfigText],
  ['dotenv', dotenvText],
  ['events', eventsText],
  ['express', expressText],
  ['fs', fsText],
  ['fs/promises', fsPromisesText],
  ['http', httpText],
  ['http2', http2Text],
  ['https', httpsText],
  ['module', moduleText],
  ['net', netText],
  ['os', osText],
  ['path', pathText],
  ['process', processText],
  ['socket.io', socketIoText],
  ['timers', timersText],
  ['timers/promises', timersPromisesText],
  ['url', urlText],
  ['util', utilText],
  ['ws', wsText],
]);
