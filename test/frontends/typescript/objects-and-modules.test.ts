import { describe, expect, it } from 'vitest';
import { describeRun } from '../../support/engine-run.ts';
import { checkScript, runScript } from '../../support/script-run.ts';

describe('a source file that is not there', () => {
  it('fails where somebody takes the failure, with the code of its kind of import', () => {
    const run = runScript(`
          let required;
          try { require('./gone'); } catch (error) { required = [error.code, error instanceof Error, error.message]; }
          const code = await import('./gone').catch((error) => error.code);
          let awaited = 'nothing';
          try { await import('./gone'); } catch { awaited = 'caught'; }
          let typed;
          try { undefined.x; } catch (error) { typed = error instanceof TypeError; }
        `);
    const names = ['required', 'code', 'awaited', 'typed'];
    expect(
      describeRun(run, names.map((name) => `${name} = `).join('\n'))
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      "required = ['MODULE_NOT_FOUND', True, true]",
      "code = 'ERR_MODULE_NOT_FOUND'|'MODULE_NOT_FOUND'",
      "awaited = 'caught'",
      'typed = True',
    ]);
  });

  it.each([
    ['in a folder that a build writes', './dist/gone', {}],
    [
      'in the output folder of the project',
      './made/gone',
      { 'tsconfig.json': '{ "compilerOptions": { "outDir": "made" } }' },
    ],
    ['left out of version control', './local/gone', { '.gitignore': '/local/\n' }],
    ['of another kind', './gone.wasm', {}],
    ['where it has types alone', './types', { 'types.d.ts': 'export interface Own {}' }],
  ])('is not known to fail %s', (_, specifier, files) => {
    checkScript(
      {
        'main.ts': `
        let result = 'there';
        try { require('${specifier}'); } catch { result = 'missing'; }
      `,
        ...files,
      },
      `
        result = 'there'
      `,
    );
  });
});

describe('a file with the name of a library', () => {
  it('is another module than the library', () => {
    checkScript(
      {
        'main.ts': `
          import { EventEmitter } from 'events';
          import { own } from './events';
          const hasLibrary = typeof EventEmitter;
          const value = own;
        `,
        'events.ts': `export const own = 'mine';`,
      },
      `
        hasLibrary = 'function'
        value = 'mine'
      `,
    );
  });
});

describe('a constructor', () => {
  it('gives the object that it returns in place of the new one', () => {
    checkScript(
      `
        class Own {
          constructor(other) { if (other) return other; this.name = 'new'; }
        }
        const made = new Own().name;
        const given = new Own({ name: 'other' }).name;
        const open = new Own(unknown() ? { name: 'other' } : undefined).name;
      `,
      `
        made = 'new'
        given = 'other'
        open = 'new'|'other'
      `,
    );
  });
});

describe('a proxy', () => {
  it('gives its target what it is assigned, or asks its trap', () => {
    checkScript(
      `
        const plain = { a: 1 };
        const handler = { get: (target, name) => target[name] };
        const proxy = new Proxy(plain, handler);
        proxy.b = 2;
        const kept = plain.b;
        const trapped = { a: 1 };
        const other = new Proxy(trapped, {
          ...handler,
          set(target, name, value) { target['set'] = value; return true; },
        });
        other.b = 3;
        const seen = [trapped.b, trapped.set];
      `,
      `
        kept = 2
        seen = [undefined, 3]
      `,
    );
  });

  it('of a class or a function is called and constructed as its traps say, else as its target', () => {
    checkScript(
      `
        class Own { static level = 5; name = 'new'; }
        const construct = (target, args) => ({ name: 'trap', inner: new target(...args) });
        const trapped = new (new Proxy(Own, { construct }))();
        const names = [trapped.name, trapped.inner.name];
        const other = new Proxy(Own, { get: (target, name) => target[name] });
        const kept = [new other().name, other.level];
        const called = new Proxy((value) => value, { apply: (target, self, args) => target(...args) })(7);
      `,
      `
        names = ['trap', 'new']
        kept = ['new', 5]
        called = 7
      `,
    );
  });
});

describe('dates and addresses', () => {
  it('give texts and numbers, and parameters that may be missing', () => {
    const run = runScript(`
          const date = new Date(0);
          const url = new URL('http://a/b?c');
          const year = date.getUTCFullYear();
          const path = url.pathname;
          const token = url.searchParams.get('token');
          const sent = new TextDecoder().decode(new TextEncoder().encode('x'));
        `);
    const names = ['year', 'path', 'token', 'sent'];
    const report = describeRun(run, names.map((name) => `${name} = `).join('\n'));
    expect(report.split('\n').slice(0, 4)).toEqual([
      'year = some',
      'path = some',
      'token = None|some',
      'sent = some',
    ]);
    expect(run.trace.unresolved).toEqual([]);
  });
});
