// A TypeScript server of a given number of files, the same every time: features of a model, a repository, a service and a router each.
// Startup reaches the features that the application mounts; the others belong to it all the same, as they do in real repositories.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILES_PER_FEATURE = 5;
const FIXED_FILES = 9;

/** Writes the project into an empty folder and gives the number of its source files. `packages` has the types of Node.js and of ws. */
export function writeProject(folder, files, reached, packages) {
  symlinkSync(packages, join(folder, 'node_modules'));
  const features = Math.floor((files - FIXED_FILES) / FILES_PER_FEATURE);
  const mounted = Math.round(features * reached);
  let count = 0;
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text.trim()}\n`);
    if (path.endsWith('.ts')) count++;
  };
  for (const [path, text] of Object.entries(fixed(mounted))) write(path, text);
  for (let index = 0; index < features; index++)
    for (const [path, text] of Object.entries(feature(index))) write(path, text);
  return count;
}

const NOUNS = ['order', 'invoice', 'customer', 'shipment', 'payment', 'ticket', 'device', 'report', 'project', 'message'];
const FIELDS = ['title', 'amount', 'owner', 'priority', 'region', 'channel', 'discount', 'weight'];

function nameOf(index) {
  return `${NOUNS[index % NOUNS.length]}${index}`;
}

function classOf(index) {
  const name = nameOf(index);
  return name[0].toUpperCase() + name.slice(1);
}

/** Two fields of each feature, so that no two models are the same. */
function fieldsOf(index) {
  return [FIELDS[index % FIELDS.length], FIELDS[(index * 3 + 1) % FIELDS.length]].map((field, at) => `${field}${at}`);
}

function feature(index) {
  const folder = `src/features/${nameOf(index)}`;
  return {
    [`${folder}/model.ts`]: model(index),
    [`${folder}/repository.ts`]: repository(index),
    [`${folder}/service.ts`]: service(index),
    [`${folder}/router.ts`]: router(index),
    [`${folder}/index.ts`]: `export { create${classOf(index)}Router } from './router';\nexport { ${classOf(index)}Service } from './service';\nexport type { ${classOf(index)} } from './model';`,
  };
}

function model(index) {
  const type = classOf(index);
  const [first, second] = fieldsOf(index);
  return `
import { Entity, isPresent, type Identified } from '../../lib/entity';

export type ${type}Status = 'draft' | 'active' | 'archived';

export interface ${type} extends Identified {
  readonly ${first}: string;
  readonly ${second}: number;
  readonly status: ${type}Status;
  readonly tags: readonly string[];
}

export type ${type}Input = Omit<${type}, 'id' | 'createdAt'>;

export class ${type}Entity extends Entity<${type}> {
  get isOpen(): boolean {
    return this.value.status !== 'archived';
  }

  rename(${first}: string): ${type} {
    return { ...this.value, ${first} };
  }

  score(weights: Readonly<Record<string, number>>): number {
    return this.value.tags.reduce((sum, tag) => sum + (weights[tag] ?? 1), this.value.${second});
  }
}

export function parse${type}(body: unknown): ${type}Input {
  if (typeof body !== 'object' || body === null) throw new TypeError('${type}: an object is expected');
  const { ${first}, ${second}, status = 'draft', tags = [] } = body as Partial<${type}Input>;
  if (!isPresent(${first}) || !isPresent(${second})) throw new TypeError('${type}: fields are missing');
  return { ${first}, ${second}, status, tags: [...tags].map((tag) => tag.trim()).filter((tag) => tag !== '') };
}`;
}

function repository(index) {
  const type = classOf(index);
  const [, second] = fieldsOf(index);
  return `
import type { Database } from '../../lib/database';
import { NotFound } from '../../lib/errors';
import type { ${type}, ${type}Input, ${type}Status } from './model';

export interface ${type}Query {
  readonly status?: ${type}Status;
  readonly limit?: number;
  readonly offset?: number;
}

export class ${type}Repository {
  private readonly cache = new Map<string, ${type}>();

  constructor(private readonly database: Database) {}

  async find({ status, limit = 20, offset = 0 }: ${type}Query = {}): Promise<readonly ${type}[]> {
    const rows = await this.database.all<${type}>('${nameOf(index)}');
    return rows
      .filter((row) => status === undefined || row.status === status)
      .sort((a, b) => b.${second} - a.${second})
      .slice(offset, offset + limit);
  }

  async get(id: string): Promise<${type}> {
    const known = this.cache.get(id);
    if (known) return known;
    const row = await this.database.one<${type}>('${nameOf(index)}', id);
    if (!row) throw new NotFound(\`${nameOf(index)} \${id}\`);
    this.cache.set(id, row);
    return row;
  }

  async insert(input: ${type}Input): Promise<${type}> {
    const row: ${type} = { ...input, id: this.database.nextId(), createdAt: new Date().toISOString() };
    await this.database.put('${nameOf(index)}', row);
    this.cache.set(row.id, row);
    return row;
  }

  async update(id: string, change: Partial<${type}Input>): Promise<${type}> {
    const row = { ...(await this.get(id)), ...change };
    await this.database.put('${nameOf(index)}', row);
    this.cache.delete(id);
    return row;
  }
}`;
}

function service(index) {
  const type = classOf(index);
  const [first] = fieldsOf(index);
  return `
import { EventEmitter } from 'node:events';
import type { Logger } from '../../lib/logger';
import { notify } from '../../realtime/hub';
import { ${type}Entity, parse${type}, type ${type} } from './model';
import type { ${type}Query, ${type}Repository } from './repository';

const WEIGHTS: Readonly<Record<string, number>> = { urgent: 5, late: 3, new: 2 };

export class ${type}Service extends EventEmitter {
  constructor(
    private readonly repository: ${type}Repository,
    private readonly logger: Logger,
  ) {
    super();
    this.on('created', (row: ${type}) => notify('${nameOf(index)}:created', row));
  }

  async list(query: ${type}Query): Promise<readonly ${type}[]> {
    const rows = await this.repository.find(query);
    return [...rows].sort((a, b) => new ${type}Entity(b).score(WEIGHTS) - new ${type}Entity(a).score(WEIGHTS));
  }

  async create(body: unknown): Promise<${type}> {
    const row = await this.repository.insert(parse${type}(body));
    this.logger.info('${nameOf(index)} created', { id: row.id });
    this.emit('created', row);
    return row;
  }

  async rename(id: string, ${first}: string): Promise<${type}> {
    const entity = new ${type}Entity(await this.repository.get(id));
    if (!entity.isOpen) throw new Error('${nameOf(index)} is archived');
    const renamed = await this.repository.update(id, entity.rename(${first}));
    notify('${nameOf(index)}:renamed', { id, ${first} });
    return renamed;
  }

  async archive(ids: readonly string[]): Promise<number> {
    let archived = 0;
    for (const id of ids) {
      try {
        await this.repository.update(id, { status: 'archived' });
        archived += 1;
      } catch (error) {
        this.logger.warn('${nameOf(index)} stays as it is', { id, error });
      }
    }
    return archived;
  }
}`;
}

function router(index) {
  const type = classOf(index);
  const [first] = fieldsOf(index);
  return `
import { Router } from 'express';
import type { Services } from '../../lib/services';
import { authorize } from '../../lib/authorize';
import { ${type}Repository } from './repository';
import { ${type}Service } from './service';

export function create${type}Router({ database, logger }: Services): Router {
  const router = Router();
  const service = new ${type}Service(new ${type}Repository(database), logger);

  router.get('/', async (request, response) => {
    const limit = Number(request.query.limit ?? 20);
    response.json(await service.list({ limit, status: 'active' }));
  });

  router.post('/', authorize('${nameOf(index)}:write'), async (request, response) => {
    try {
      response.status(201).json(await service.create(request.body));
    } catch (error) {
      logger.warn('${nameOf(index)} refused', { error });
      response.status(400).json({ error: error instanceof Error ? error.message : 'unknown' });
    }
  });

  router.patch('/:id', authorize('${nameOf(index)}:write'), async (request, response) => {
    const { ${first} } = request.body as { ${first}: string };
    response.json(await service.rename(request.params.id ?? '', ${first}));
  });

  router.delete('/', authorize('${nameOf(index)}:delete'), async (request, response) => {
    const ids = String(request.query.ids ?? '').split(',');
    response.json({ archived: await service.archive(ids) });
  });
  return router;
}`;
}

/** What is there once: configuration, a small library, the realtime hub whose setter nothing calls, and the entry point. */
function fixed(mounted) {
  const indices = Array.from({ length: mounted }, (_, index) => index);
  return {
    'package.json': JSON.stringify({ name: 'bench', scripts: { start: 'node dist/main.js' } }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022', module: 'Node16', outDir: 'dist', rootDir: 'src',
        strict: true, noUncheckedIndexedAccess: true, esModuleInterop: true, skipLibCheck: true, types: ['node'],
      },
      include: ['src'],
    }),
    'src/libraries.d.ts': `
declare module 'express' {
  export interface Request { body: unknown; params: Record<string, string | undefined>; query: Record<string, unknown>; headers: Record<string, string | undefined> }
  export interface Response { json(body: unknown): this; status(code: number): this; end(): this }
  export type Handler = (request: Request, response: Response, next: () => void) => unknown;
  export interface Router { get(path: string, ...handlers: Handler[]): this; post(path: string, ...handlers: Handler[]): this; patch(path: string, ...handlers: Handler[]): this; delete(path: string, ...handlers: Handler[]): this; use(path: string | Handler, ...handlers: (Handler | Router)[]): this }
  export function Router(): Router;
  export interface Application extends Router { (request: any, response: any): void }
  export default function express(): Application;
}`,
    'src/lib/entity.ts': `
export interface Identified {
  readonly id: string;
  readonly createdAt: string;
}
export abstract class Entity<T extends Identified> {
  constructor(protected readonly value: T) {}
  get id(): string {
    return this.value.id;
  }
}
export function isPresent<T>(value: T | undefined | null): value is T {
  return value !== undefined && value !== null;
}`,
    'src/lib/database.ts': `
import type { Identified } from './entity';
export class Database {
  private readonly tables = new Map<string, Map<string, Identified>>();
  private last = 0;
  nextId(): string {
    this.last += 1;
    return String(this.last);
  }
  async all<T extends Identified>(table: string): Promise<T[]> {
    return [...(this.tables.get(table)?.values() ?? [])] as T[];
  }
  async one<T extends Identified>(table: string, id: string): Promise<T | undefined> {
    return this.tables.get(table)?.get(id) as T | undefined;
  }
  async put(table: string, row: Identified): Promise<void> {
    const rows = this.tables.get(table) ?? new Map<string, Identified>();
    rows.set(row.id, row);
    this.tables.set(table, rows);
  }
}`,
    'src/lib/errors.ts': `
export class NotFound extends Error {
  readonly status = 404;
}`,
    'src/lib/logger.ts': `
export class Logger {
  constructor(private readonly level: string = process.env.LOG_LEVEL ?? 'info') {}
  info(text: string, data?: object): void {
    if (this.level === 'info') console.log(text, data);
  }
  warn(text: string, data?: object): void {
    console.log(text, data);
  }
}`,
    'src/lib/services.ts': `
import type { Database } from './database';
import type { Logger } from './logger';
export interface Services {
  readonly database: Database;
  readonly logger: Logger;
}`,
    'src/lib/authorize.ts': `
import type { Handler } from 'express';
export function authorize(scope: string): Handler {
  return (request, response, next) => {
    const scopes = (request.headers.authorization ?? '').split(' ');
    if (scopes.includes(scope)) next();
    else response.status(403).end();
  };
}`,
    'src/realtime/hub.ts': `
import type { WebSocketServer } from 'ws';
let webSocketServer: WebSocketServer | null = null;
export function setWebSocketServer(server: WebSocketServer): void {
  webSocketServer = server;
}
export function notify(event: string, data: unknown): void {
  if (!webSocketServer) return;
  for (const client of webSocketServer.clients) client.send(JSON.stringify({ event, data }));
}`,
    'src/main.ts': `
import { createServer } from 'node:http';
import express from 'express';
import { WebSocketServer } from 'ws';
import { Database } from './lib/database';
import { Logger } from './lib/logger';
${indices.map((index) => `import { create${classOf(index)}Router } from './features/${nameOf(index)}';`).join('\n')}

const services = { database: new Database(), logger: new Logger() };
const app = express();
${indices.map((index) => `app.use('/${nameOf(index)}', create${classOf(index)}Router(services));`).join('\n')}
const server = createServer(app);
export const sockets = new WebSocketServer({ server });
server.listen(Number(process.env.PORT ?? 3000));`,
  };
}
