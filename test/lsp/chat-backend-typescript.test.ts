/** The server on the chat backend in TypeScript: hovers, lenses, definitions, call hierarchy, fixes and the trace. */
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeAction,
  CodeLens,
  Diagnostic,
  Hover,
  Location,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import type { TraceDocument } from '../../server/src/protocol/messages.ts';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FakeEditor, startEditor, uriOf } from './fake-editor.ts';

const EXAMPLE = join(REPOSITORY, 'examples/chat-backend-ts');
const REGISTRY = 'src/agents/agent-registry.ts';
const STARTUP = 'src/startup.ts';

interface Opened {
  readonly editor: FakeEditor;
  readonly uri: (file: string) => string;
  readonly text: (file: string) => string;
  /** The position of a piece of text in a file. */
  readonly at: (file: string, piece: string) => { readonly line: number; readonly character: number };
}

async function openExample(...files: readonly string[]): Promise<Opened> {
  const root = temporaryFolder();
  cpSync(EXAMPLE, root, { recursive: true, filter: (source) => basename(source) !== 'node_modules' });
  const editor = await startEditor({ folders: [root] });
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const uri = (file: string) => uriOf(root, file);
  for (const file of files) await editor.open(uri(file), text(file), 'typescript');
  const at = (file: string, piece: string) => {
    const document = TextDocument.create(uri(file), 'typescript', 1, text(file));
    return document.positionAt(document.getText().indexOf(piece));
  };
  return { editor, uri, text, at };
}

async function itemsOf(editor: FakeEditor, uri: string): Promise<readonly Diagnostic[]> {
  const report = await editor.diagnostics(uri);
  if (report.kind !== 'full') throw new Error('the server says that nothing changed');
  return report.items;
}

it('shows the incident on its line', async () => {
  const { editor, uri, at } = await openExample(STARTUP);
  const items = await itemsOf(editor, uri(STARTUP));
  const start = at(STARTUP, 'setWebSocketBridge(application');
  expect(items.map(({ range, code, message }) => ({ range, code, message }))).toEqual([
    {
      range: { start, end: { ...start, character: start.character + 'setWebSocketBridge'.length } },
      code: 'legacy-setter',
      message:
        'Startup calls setWebSocketBridge(), but the events of AgentRegistry go through `webSocketManager`, which only setWebSocketManager() sets (src/agents/agent-registry.ts:30).\nLost: agent_started, agent_thinking, tool_executing, tool_completed and agent_completed.\nCall setWebSocketManager() instead.',
    },
  ]);
});

it('tells on hover what the component has, from its setter', async () => {
  const { editor, uri, at } = await openExample(REGISTRY);
  await editor.diagnostics(uri(REGISTRY));
  const position = at(REGISTRY, 'setWebSocketManager');
  const hover = await editor.request<Hover>('textDocument/hover', {
    textDocument: { uri: uri(REGISTRY) },
    position,
  });
  expect(hover.range).toEqual({
    start: position,
    end: { ...position, character: position.character + 'setWebSocketManager'.length },
  });
  const { value } = hover.contents as { value: string };
  expect(value.split('\n').slice(0, 11)).toEqual([
    '`AgentRegistry` needs its `webSocketManager`, through `setWebSocketManager()`.',
    '',
    '| environment | when the application serves |',
    '|---|---|',
    '| `development` | **another setter is called** |',
    '| `staging` | **another setter is called** |',
    '| `production` | **another setter is called** |',
    '',
    '1 place hands it over; startup comes by none of them.',
    '',
    'Lost events: `agent_started`, `agent_thinking`, `tool_executing`, `tool_completed`, `agent_completed`.',
  ]);
});

it('leads from the setter to where startup begins', async () => {
  const { editor, uri, at } = await openExample(REGISTRY);
  await editor.diagnostics(uri(REGISTRY));
  const from = { textDocument: { uri: uri(REGISTRY) }, position: at(REGISTRY, 'setWebSocketManager') };
  expect(await editor.request<Location[]>('textDocument/definition', from)).toEqual([
    {
      uri: uri('src/handlers/message-handler.ts'),
      range: { start: { line: 43, character: 34 }, end: { line: 43, character: 53 } },
    },
  ]);
  expect(await editor.request<Location[]>('textDocument/implementation', from)).toEqual([
    {
      uri: uri('src/server.ts'),
      range: { start: { line: 19, character: 2 }, end: { line: 19, character: 53 } },
    },
  ]);
});

it('puts a lens on the setter and on the entry point', async () => {
  const { editor, uri } = await openExample(REGISTRY, 'src/server.ts');
  const lensesOf = async (file: string): Promise<readonly string[]> => {
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uri(file) },
    });
    const resolved = await Promise.all(
      lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)),
    );
    return resolved.map(({ range, command }) => `${range.start.line} ${command?.command}: ${command?.title}`);
  };
  expect(await lensesOf(REGISTRY)).toEqual([
    '29 wiretrace.showInjections: injected by 1 place, startup comes by 0 · another setter is called',
  ]);
  expect(await lensesOf('src/server.ts')).toEqual([
    '19 wiretrace.traceStartup: Trace startup (3 environments)',
  ]);
});

it('shows who calls a function on the way to serving', async () => {
  const { editor, uri, at } = await openExample(STARTUP);
  await editor.diagnostics(uri(STARTUP));
  const callersOf = async (piece: string): Promise<readonly unknown[]> => {
    const [item] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: uri(STARTUP) },
      position: at(STARTUP, piece),
    });
    const calls = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    return [item?.detail, ...calls.map(({ from, fromRanges }) => [from.detail, fromRanges])];
  };
  expect(await callersOf('setWebSocketBridge(application')).toEqual([
    'src/agents/agent-registry.AgentRegistry.setWebSocketBridge',
    [
      'src/startup.connectRegistryToWebSockets (in development, staging, production)',
      [{ start: { line: 44, character: 4 }, end: { line: 44, character: 60 } }],
    ],
  ]);
  expect(await callersOf('initializeSystem')).toEqual([
    'src/startup.initializeSystem',
    [
      'src/server.main (in development, staging, production)',
      [{ start: { line: 10, character: 28 }, end: { line: 10, character: 54 } }],
    ],
  ]);
});

it('gives the trace of one environment, with a link on every line', async () => {
  const { editor, uri } = await openExample();
  const trace = await editor.request<TraceDocument>('wiretrace/trace', { uri: uri('src/server.ts') });
  const lines = trace.text.trimEnd().split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'start (start-script) in development at src/server.ts:20',
    '  enter import src/server at src/server.ts:1:1',
    '    enter main() at src/server.ts:27:1',
  ]);
  expect(trace.links.map(({ line }) => line)).toEqual([...lines.keys()]);
});

it('offers proved fixes, and applies the best one', async () => {
  const { editor, text, uri, at } = await openExample(STARTUP);
  const file = uri(STARTUP);
  const position = at(STARTUP, 'setWebSocketBridge(application');
  await itemsOf(editor, file);
  const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: file },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toEqual([
    'Call setWebSocketManager() with application.webSocketManager instead',
    'Ignore legacy-setter here, with a reason',
    'Declare in wiretrace.json that src/agents/agent-registry.AgentRegistry needs WebSocketManager through setWebSocketManager',
  ]);
  const { edit } = await editor.request<CodeAction>('codeAction/resolve', actions[0]);
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('there is no edit');
  const document = TextDocument.create(file, 'typescript', 1, text(STARTUP));
  await editor.change(file, TextDocument.applyEdits(document, change.edits as TextEdit[]));
  expect(await itemsOf(editor, file)).toEqual([]);
});
