import { describe, expect, it } from 'vitest';
import { checked } from './support.ts';

/** A socket server's holder that `start` fills after it has done `first`. */
function program(first: string, begin: string): Readonly<Record<string, string>> {
  return {
    'package.json': '{ "name": "app", "scripts": { "start": "tsx server.ts" } }',
    'server.ts': `import express from 'express';
import { Server } from 'socket.io';
let io: Server | null = null;
function setIO(server: Server) { io = server; }
const app = express();
app.get('/', (_request, response) => { io?.emit('x'); response.end(); });
async function start(): Promise<void> {
  ${first}
  setIO(new Server(app.listen(3000)));
}
${begin}
`,
  };
}

describe('an asynchronous startup that nobody waits for', () => {
  it.each([
    ['at once', "throw new Error('no configuration');"],
    ['after it waited', "await Promise.resolve(); throw new Error('no configuration');"],
  ])('does not serve where it fails %s', (_, first) => {
    expect(checked(program(first, 'void start();'))).toEqual({
      components: ['server.setIO (io): unresolved'],
      findings: [],
    });
  });

  it('serves where it comes to its end', () => {
    expect(checked(program('await Promise.resolve();', 'void start();')).components).toEqual([
      'server.setIO (io): wired',
    ]);
  });
});

it('classes that only hold data are no components', () => {
  const files = {
    'package.json': '{ "name": "app", "scripts": { "start": "tsx server.ts" } }',
    'server.ts': `import express from 'express';
import { Column, DataSource, Entity } from 'typeorm';
@Entity()
export class User {
  @Column() photo?: object | null;
  @Column() provider: string | null = null;
}
const app = express();
const source = new DataSource({ entities: [User] });
app.post('/users', async (request, response) => {
  const user = await source.getRepository(User).findOneBy({ id: 1 });
  user.photo = request.body.photo;
  user.provider = request.body.provider;
  response.json(await source.getRepository(User).save(user));
});
app.listen(3000);
`,
  };
  expect(checked(files)).toEqual({ components: [], findings: [] });
});

describe('a field that a subclass declares again without a value', () => {
  const source = (declaration: string): string => `import express from 'express';
import { Server } from 'socket.io';
class Base {
  socketServer?: Server;
  constructor() { this.setSocketServer(new Server()); }
  setSocketServer(server: Server): void { this.socketServer = server; }
  announce(): void { this.socketServer?.emit('x'); }
}
class Registry extends Base { ${declaration} }
const registry = new Registry();
const app = express();
app.get('/', (_request, response) => { registry.announce(); response.end(); });
app.listen(3000);
`;
  const wired = ['Registry.socketServer (socketServer): wired'];
  const never = ['Base.setSocketServer (socketServer): never'];

  it.each([
    ['without a configuration', 'server.ts', undefined, never],
    ['in JavaScript', 'server.js', '{ "target": "es2020" }', never],
    ['from the target ES2022 on', 'server.ts', '{ "target": "es2022" }', never],
    ['up to the target ES2021', 'server.ts', '{ "target": "es2021" }', wired],
    [
      'where the setting says so',
      'server.ts',
      '{ "target": "es2020", "useDefineForClassFields": true }',
      never,
    ],
    [
      'where the setting says otherwise',
      'server.ts',
      '{ "target": "esnext", "useDefineForClassFields": false }',
      wired,
    ],
  ])('%s', (_, file, options, components) => {
    const files = {
      'package.json': `{ "name": "app", "type": "module", "scripts": { "start": "tsx ${file}" } }`,
      [file]: source('override socketServer?: Server;'),
      ...(options === undefined ? {} : { 'tsconfig.json': `{ "compilerOptions": ${options} }` }),
    };
    expect(checked(files).components).toEqual(components);
  });

  it('does nothing as a declaration alone', () => {
    const files = {
      'package.json': '{ "name": "app", "scripts": { "start": "tsx server.ts" } }',
      'server.ts': source('declare socketServer?: Server;'),
    };
    expect(checked(files).components).toEqual([]);
  });
});
