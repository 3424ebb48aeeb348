import { describe, expect, it } from 'vitest';
import { editedText } from '../../server/src/analysis/fix-all.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { analysed, type Files } from './analysed.ts';

const PARTS = `export class StartupError extends Error {}
export class WebSocketManager {
  broadcast(event: string) { console.log(event); }
}
export class WebSocketBridge {
  ping() {}
}
export class AgentRegistry {
  private bridge: WebSocketBridge | null = null;
  private websocketManager: WebSocketManager | null = null;
  setWebSocketBridge(bridge: WebSocketBridge) { this.bridge = bridge; }
  setWebSocketManager(manager: WebSocketManager) { this.websocketManager = manager; }
  emit(event: string) { this.websocketManager?.broadcast(event); }
}
`;

/** An application whose startup, in a class, is `lines`. */
function application(...lines: readonly string[]): Files {
  return {
    'package.json': '{ "dependencies": { "express": "5" } }',
    'src/parts.ts': PARTS,
    'src/main.ts': [
      "import express from 'express';",
      "import { AgentRegistry, StartupError, WebSocketBridge, WebSocketManager } from './parts.js';",
      '',
      'const app = express();',
      'const registry = new AgentRegistry();',
      '',
      'class Server {',
      '  private manager = new WebSocketManager();',
      '  private bridge = new WebSocketBridge();',
      '',
      '  start() {',
      '    if (!process.env.PORT) throw new StartupError("no port");',
      ...lines.map((line) => `    ${line}`),
      '    app.listen(3000);',
      '  }',
      '}',
      '',
      "app.get('/run', () => registry.emit('agent_started'));",
      'new Server().start();',
      '',
    ].join('\n'),
  };
}

/** The lines of main.ts that the best fix of the one finding makes different, old and new. */
function best(files: Files) {
  const { report, fixesFor } = analysed(files);
  const [finding, ...more] = report.findings;
  const [fix] = finding ? fixesFor(finding, NEVER_CANCELLED) : [];
  const before = files['src/main.ts'] ?? '';
  const old = before.split('\n');
  const now = fix ? editedText(before, fix, 'src/main.ts').split('\n') : old;
  return {
    check: finding?.check,
    title: fix?.title,
    more: more.length,
    added: now.filter((line) => !old.includes(line)),
    removed: old.filter((line) => !now.includes(line)),
  };
}

describe('fixes are written in TypeScript', () => {
  it('never through what only another class may name', () => {
    const lines = ['registry.setWebSocketBridge(holder.bridge);'];
    const files = application(...lines);
    const holder = (visibility: string): string =>
      `class Holder {\n  bridge = new WebSocketBridge();\n  ${visibility}held = manager;\n}\nconst holder = new Holder();\n`;
    const titles = (visibility: string): readonly string[] => {
      const text = (files['src/main.ts'] ?? '')
        .replace('const app = express();', `const app = express();\nconst manager = new WebSocketManager();`)
        .replace('class Server {', `${holder(visibility)}class Server {`);
      const { report, fixesFor } = analysed({ ...files, 'src/main.ts': text });
      const [finding] = report.findings;
      return [...(finding ? fixesFor(finding, NEVER_CANCELLED) : [])].map(({ title }) => title);
    };
    expect(titles('').filter((title) => title.includes('holder.held'))).toEqual([
      'Call setWebSocketManager() with holder.held instead (needs review)',
    ]);
    expect(titles('private ').filter((title) => title.includes('holder.held'))).toEqual([]);
    expect(titles('protected ').filter((title) => title.includes('holder.held'))).toEqual([]);
  });

  it('the right setter with what the class holds', () => {
    expect(best(application('registry.setWebSocketBridge(this.bridge);'))).toEqual({
      check: 'legacy-setter',
      title: 'Call setWebSocketManager() with this.manager instead',
      more: 0,
      removed: ['    registry.setWebSocketBridge(this.bridge);'],
      added: [
        '    const manager = this.manager;',
        '    if (manager != null) {',
        '      registry.setWebSocketManager(manager);',
        '    } else {',
        "      throw new StartupError('AgentRegistry cannot start without its websocketManager');",
        '    }',
      ],
    });
  });

  it('a branch that fails', () => {
    const files = application(
      'const manager = process.env.EVENTS ? this.manager : null;',
      'if (manager) {',
      '  registry.setWebSocketManager(manager);',
      '}',
    );
    expect(best(files)).toMatchObject({
      check: 'silent-skip',
      added: [
        '    } else {',
        "      throw new StartupError('AgentRegistry cannot start without its websocketManager');",
      ],
    });
  });

  it('a comment that silences', () => {
    const files = application();
    const { report, alternativesFor } = analysed(files);
    const [finding] = report.findings;
    const ignore = finding && alternativesFor(finding).find(({ kind }) => kind === 'suppression');
    expect([finding?.check, ignore?.edits[0]?.newText]).toEqual([
      'never-injected',
      '  // wiretrace: ignore[never-injected] TODO: say why',
    ]);
    const text = ignore && editedText(files['src/main.ts'] ?? '', ignore, 'src/main.ts');
    expect(analysed({ ...files, 'src/main.ts': text ?? '' }).report.findings).toEqual([]);
  });

  it('are offered once where several places do as well', () => {
    const { report, fixesFor } = analysed({
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js': `const { createServer } = require('http');
class WsManager { send(event) { console.log(event); } }
class Hub {
  setWsManager(manager) { this.wsManager = manager; }
  push() { this.wsManager?.send('x'); }
}
const hub = new Hub();
const server = createServer(() => hub.push());
const manager = new WsManager();
server.once('error', () => process.exit(1)).listen(3000);
`,
    });
    const titles = report.findings.flatMap((finding) =>
      [...fixesFor(finding, NEVER_CANCELLED)].map(({ title }) => title),
    );
    expect(titles).toEqual(['Call hub.setWsManager() with manager during startup (needs review)']);
  });
});
