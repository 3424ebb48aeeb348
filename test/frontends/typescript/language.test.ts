import { describe, expect, it } from 'vitest';
import { checkScript, runScript } from '../../support/script-run.ts';

describe('modules', () => {
  it('give live bindings, under other names, through barrels and as namespaces', () => {
    checkScript(
      {
        'main.ts': `
          import { setIO, current, io as shared } from './barrel';
          import * as holder from './holder';
          import type { Nothing } from './nowhere';
          const before = shared;
          setIO('socket');
          const after = shared;
          const viaFunction = current();
          const viaNamespace = holder.io;
          export { after as seen };
        `,
        'barrel.ts': `export * from './holder'; export { getIO as current } from './holder';`,
        'holder.ts': `
          export let io: string | null = null;
          export function setIO(value: string) { io = value; }
          export const getIO = () => io;
        `,
      },
      `
        before = None
        after = 'socket'
        viaFunction = 'socket'
        viaNamespace = 'socket'
        holder.io = 'socket'
      `,
    );
  });

  it('of CommonJS give module.exports, whatever its shape', () => {
    checkScript(
      {
        'main.js': `
          const path = require('path');
          const { setIo, getIo: get } = require('./holder');
          const make = require('./factory');
          const computed = require(path.join(__dirname, 'deep', 'inner'));
          const missing = require('./nowhere');
          setIo('io');
          const held = get();
          const made = make();
          const extra = make.extra;
          const inner = computed.inner;
        `,
        'holder.js': `
          let io = null;
          module.exports = { setIo(value) { io = value; }, getIo: () => io };
        `,
        'factory.js': `
          module.exports = function () { return helper.value; };
          const helper = { value: 42 };
          module.exports.extra = 1;
        `,
        'deep/inner.js': `exports.inner = 'deep';`,
      },
      `
        held = 'io'
        made = 42
        extra = 1
        inner = 'deep'
      `,
    );
  });

  it('that import each other in a circle see functions before, and values after, they are run', () => {
    checkScript(
      {
        'main.ts': `import { a } from './a'; const seen = a();`,
        'a.ts': `import { b } from './b'; export const a = () => b(); export function early() { return 'early'; }`,
        'b.ts': `import { early } from './a'; const at = early(); export const b = () => at;`,
      },
      `seen = 'early'`,
    );
  });
});

describe('classes', () => {
  it('make their fields for each instance, with parameter properties before them', () => {
    checkScript(
      `
        class Base {
          items = [];
          constructor(protected readonly name: string) {}
          describe() { return this.name; }
        }
        class Registry extends Base {
          private manager?: object;
          label = this.name + '!';
          #secret = 7;
          static made = 0;
          static create(name: string) { Registry.made += 1; return new Registry(name); }
          get twice() { return this.#secret * 2; }
          set secret(value: number) { this.#secret = value; }
          setManager(manager: object) { this.manager = manager; }
          describe() { return super.describe() + this.label; }
          send() { return this.manager?.send.now(); }
        }
        const one = Registry.create('one');
        const other = new Registry('other');
        one.items.push(1);
        one.secret = 4;
        const ones = one.items;
        const others = other.items;
        const twice = one.twice;
        const text = one.describe();
        const count = Registry.made;
        const sent = one.send();
        const none = one.manager;
        const isBase = one instanceof Base;
      `,
      `
        ones = [1]
        others = []
        twice = 8
        text = 'oneone!'
        count = 1
        sent = undefined
        none = undefined
        isBase = True
      `,
    );
  });

  it('tells a class and its instances apart where both have a member of one name', () => {
    checkScript(
      `
        class Emitter {
          static once(emitter: Emitter) { return 'a promise'; }
          once(event: string) { return this; }
          open(port: number) { return port; }
          static open(port: number) { return new Emitter(); }
        }
        class Server extends Emitter {}
        const port = new Server().once('error').open(80);
        const promise = Server.once(new Server());
        const opened = Emitter.open(80).once('error').open(81);
      `,
      `
        port = 80
        promise = 'a promise'
        opened = 81
      `,
    );
  });

  it('lose their receiver where a method is taken off, and keep it in arrow functions and after bind', () => {
    checkScript(
      `
        class Counter {
          value = 3;
          plain() { return this; }
          arrow = () => this.value;
        }
        const counter = new Counter();
        const { plain, arrow } = counter;
        const lost = plain();
        const kept = arrow();
        const bound = counter.plain.bind({ value: 9 })().value;
        function Old(io) { this.io = io; }
        Old.prototype.get = function () { return this.io; };
        const old = new Old(4).get();
      `,
      `
        lost = undefined
        kept = 3
        bound = 9
        old = 4
      `,
    );
  });
});

describe('asynchronous functions', () => {
  it('begin at once, and go on when the program has come to its end', () => {
    checkScript(
      `
        const order = [];
        let result, caught;
        async function start() { order.push('a'); await null; order.push('d'); return 5; }
        const promise = start();
        order.push('b');
        promise.then((value) => { result = value; });
        (async () => { try { await fails(); } catch (error) { caught = error.message; } })();
        async function fails() { throw new Error('no'); }
        order.push('c');
      `,
      `
        order = ['a', 'b', 'c', 'd']
        result = 5
        caught = 'no'
        raise main.ts:8 Error (main.ts:7)
      `,
    );
  });

  it('are waited for at the top level, alone and together', () => {
    checkScript(
      `
        const both = await Promise.all([Promise.resolve(1), 2]);
        const later = await new Promise((resolve) => setImmediate(() => resolve(6)));
      `,
      `
        both = [1, 2]
        later = 6
      `,
    );
  });
});

describe('statements and expressions', () => {
  it('destructure, with defaults where something is undefined', () => {
    checkScript(
      `
        const { x: [first, second = 3], ...rest } = { x: [1], y: 2 };
        function defaults(a = 1, { k = 2 } = {}, ...more) { return [a, k, more.length]; }
        const given = defaults(undefined, undefined, 3, 4);
        const y = rest.y;
      `,
      `
        first = 1
        second = 3
        given = [1, 2, 2]
        y = 2
      `,
    );
  });

  it('fall through the cases of a switch, and leave and go on with labelled loops', () => {
    checkScript(
      `
        const order = [];
        for (const value of [1, 42, 7]) {
          switch (value) {
            case 1: order.push('one'); continue;
            case 42: order.push('answer');
            default: { order.push('any'); break; }
          }
          order.push('after');
        }
        let rounds = 0;
        outer: for (const i of [1, 2, 3]) for (const j of [1, 2]) {
          if (j === 2) continue outer;
          if (i === 3) break outer;
          rounds += 10;
        }
        for (const key in { a: 1, b: 2 }) rounds += 1;
      `,
      `
        order = ['one', 'answer', 'any', 'after', 'any', 'after']
        rounds = 22
      `,
    );
  });

  it('tell null, undefined and empty apart', () => {
    checkScript(
      `
        const object = { get value() { return 5; }, nested: {} };
        const chain = object.missing?.deep.deeper();
        const fallback = object.missing ?? 'other';
        const empty = [] ? 'true' : 'false';
        const strict = null === undefined;
        const loose = null == undefined;
        const has = 'nested' in object;
        const type = typeof object.value;
        const unbound = typeof nobody;
        enum Mode { Off, On = 'on' }
        const off = Mode[Mode.Off];
      `,
      `
        chain = undefined
        fallback = 'other'
        empty = 'true'
        strict = False
        loose = True
        has = True
        type = 'number'
        unbound = 'undefined'
        off = 'Off'
      `,
    );
  });

  it('are data where they are broken', () => {
    const run = runScript('const a = 1;\nconst b = (a + ;\nconst c = { d: 2 };\nconst e = c.d');
    const node = run.machine.loaded.get('main')?.node;
    expect(node?.problems.map(({ message }) => message)).toEqual(['Expression expected.']);
  });
});
