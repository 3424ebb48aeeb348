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
