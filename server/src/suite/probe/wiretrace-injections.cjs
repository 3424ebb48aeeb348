'use strict';
/**
 * Has the calls of injection points told, by wrapping the functions of the plan once the module that defines them has run.
 *
 * A module's own scope is the only place from where each of its classes and functions can be reached, however the module was loaded. So a
 * line is put behind the text of those few files that the plan names, and of no other: no line of theirs moves. CommonJS is met where it is
 * compiled, ES modules in a load hook; what a test runner loads in its own way (vitest, jest) is not met. Must not know what is recorded.
 */

const Module = require('node:module');
const { readFileSync, realpathSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const { isMainThread } = require('node:worker_threads');

const KEY = 'wiretrace.injections';
const SCRIPT = /\.[cm]?[jt]sx?$/;
const TEST_FILE = /[._-](?:test|spec)\.[cm]?[jt]sx?$|[\\/]tests?[\\/][^\\/]+$/;
const CLASS = /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+([A-Za-z_$][\w$]*)/;
const FUNCTION = /^(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)/;

/** `functions`: those of the plan; `told(function, receiver, args, error)` is called at the end of each call and must not throw. */
exports.watch = function watch(functions, told) {
  const suffixes = new Map();
  const known = functions.filter(({ file, name }) => typeof name === 'string' && SCRIPT.test(file));
  for (const [number, { file, line, name }] of known.entries()) {
    const path = realPath(file);
    const statement = path === undefined ? undefined : statementFor(path, line, name, number);
    if (statement !== undefined) suffixes.set(path, `${suffixes.get(path) ?? '\n'}${statement}`);
  }
  if (suffixes.size === 0) return;
  Object.defineProperty(globalThis, Symbol.for(KEY), {
    value: {
      method: (owner, number) => wrapMethod(owner, known[number], told),
      function: (original, number) => wrapped(original, known[number], told),
    },
  });
  hookCommonJs(suffixes);
  if (isMainThread) hookModules(suffixes);
};

function realPath(file) {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Names a method by the class above it, and a function of the module by itself; undefined where neither can be named. */
function statementFor(path, line, name, number) {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, line);
  const probe = `globalThis[Symbol.for('${KEY}')]`;
  if (FUNCTION.exec(lines.at(-1) ?? '')?.[1] === name) return functionStatement(name, probe, number);
  const owner = lines.map((text) => CLASS.exec(text)?.[1]).findLast((found) => found !== undefined);
  return owner === undefined ? undefined : `;try { ${probe}?.method(${owner}, ${number}); } catch {}`;
}

/** What a CommonJS module has already put under that name is another reference to the same function. */
function functionStatement(name, probe, number) {
  const exported = `typeof module === 'object' && module?.exports?.${name} === f`;
  const replaced = `if (${exported}) module.exports.${name} = ${name};`;
  return `;try { const f = ${name}; ${name} = ${probe}?.function(f, ${number}) ?? f; ${replaced} } catch {}`;
}

function wrapMethod(owner, planned, told) {
  for (const holder of [owner.prototype, owner]) {
    const property = Object.getOwnPropertyDescriptor(holder, planned.name);
    if (typeof property?.value !== 'function' || !property.writable) continue;
    Object.defineProperty(holder, planned.name, {
      ...property,
      value: wrapped(property.value, planned, told),
    });
    return;
  }
}

/** A proxy keeps name, length and kind. */
function wrapped(original, planned, told) {
  return new Proxy(original, {
    apply(target, receiver, args) {
      try {
        const result = Reflect.apply(target, receiver, args);
        told(planned, receiver, args, undefined);
        return result;
      } catch (error) {
        told(planned, receiver, args, error);
        throw error;
      }
    },
  });
}

function hookCommonJs(suffixes) {
  const original = Module.prototype._compile;
  Module.prototype._compile = function _compile(content, filename, ...rest) {
    const suffix = typeof content === 'string' ? suffixes.get(filename) : undefined;
    return original.call(this, suffix === undefined ? content : content + suffix, filename, ...rest);
  };
}

function hookModules(suffixes) {
  if (typeof Module.registerHooks === 'function') {
    const load = (url, context, next) => extended(next(url, context), suffixes.get(pathOf(url)));
    Module.registerHooks({ load });
    return;
  }
  if (typeof Module.register !== 'function' || !isWorthThread()) return;
  const address = `data:text/javascript,${encodeURIComponent(LOADER)}`;
  Module.register(address, { data: Object.fromEntries(suffixes) });
}

/** A thread costs a process 40 ms: one that has hooks anyway shares it, and neither node:test nor its files start one. */
function isWorthThread() {
  const { execArgv, argv, env } = process;
  if (execArgv.some((word) => /^--(?:import|loader|experimental-loader)\b/.test(word))) return true;
  return !execArgv.includes('--test') && !(env.NODE_TEST_CONTEXT && TEST_FILE.test(argv[1] ?? ''));
}

function pathOf(url) {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : '';
}

function extended(loaded, suffix) {
  if (suffix === undefined || loaded.format !== 'module' || loaded.source == null) return loaded;
  const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString();
  return { ...loaded, source: text + suffix };
}

/** Where hooks run in a thread of their own (before Node 22.15). */
const LOADER = `import { fileURLToPath } from 'node:url';
let suffixes = {};
export const initialize = (data) => { suffixes = data; };
${pathOf}
${extended}
export const load = async (url, context, next) => extended(await next(url, context), suffixes[pathOf(url)]);
`;
