/** The server on the chat backend, as an editor has it: what it shows, edit by edit. */
import { cpSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
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
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explanation, Overview, TraceDocument } from '../../server/src/protocol/messages.ts';
import { REPOSITORY } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FakeEditor, startEditor, uriOf } from './fake-editor.ts';

const EXAMPLE = join(REPOSITORY, 'examples/chat-backend');

interface Opened {
  readonly editor: FakeEditor;
  readonly root: string;
  readonly text: (file: string) => string;
  readonly uri: (file: string) => string;
}

async function openExample(...files: readonly string[]): Promise<Opened> {
  const root = temporaryFolder();
  cpSync(EXAMPLE, root, { recursive: true });
  const editor = await startEditor({ folders: [root] });
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const uri = (file: string) => uriOf(root, file);
  for (const file of files) await editor.open(uri(file), text(file));
  return { editor, root, text, uri };
}

function corrected(root: string): string {
  const folder = temporaryFolder();
  cpSync(root, folder, { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['apply', 'correction.patch'], { cwd: folder });
  return readFileSync(join(folder, 'app/smd.py'), 'utf8');
}

async function itemsOf(editor: FakeEditor, uri: string): Promise<readonly Diagnostic[]> {
  const report = await editor.diagnostics(uri);
  if (report.kind !== 'full') throw new Error('the server says that nothing changed');
  return report.items;
}

const MESSAGE =
  'Startup calls set_websocket_bridge(), but the events of AgentRegistry go through `websocket_manager`, which only set_websocket_manager() sets (app/agents/agent_registry.py:41).\nLost: agent_started, agent_thinking, tool_executing, tool_completed and agent_completed.\nCall set_websocket_manager() instead.';

it('shows the incident on its line, with the way that leads there', async () => {
  const { editor, uri } = await openExample('app/smd.py');
  const [diagnostic, ...more] = await itemsOf(editor, uri('app/smd.py'));
  expect(more).toEqual([]);
  if (!diagnostic) throw new Error('nothing is reported');
  const { relatedInformation = [] } = diagnostic;
  const shown = { ...diagnostic, relatedInformation: undefined, data: undefined };
  const id = (diagnostic.data as { finding: string }).finding;
  expect(id).toMatch(/^legacy-setter:app\/smd\.py:AgentRegistry:[0-9a-f]{8}$/);
  expect(shown).toEqual({
    range: { start: { line: 123, character: 25 }, end: { line: 123, character: 45 } },
    severity: 1,
    code: 'legacy-setter',
    codeDescription: { href: uriOf(REPOSITORY, 'docs/checks/legacy-setter.md') },
    source: 'wiretrace',
    message: MESSAGE,
  });
  const places = relatedInformation.map(({ location: { uri: file, range }, message }) => {
    const path = file.slice(uri('').length + 1);
    return `${path}:${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1} ${message}`;
  });
  expect(places).toEqual([
    'app/core/lifespan_manager.py:16:1-57 1/11 `lifespan()` is called',
    'app/core/lifespan_manager.py:20:5-51 2/11 `run_deterministic_startup()` is called',
    'app/smd.py:144:5-43 3/11 `initialize_system()` is called',
    'app/smd.py:101:9-35 4/11 an AgentRegistry is created',
    'app/agents/agent_registry.py:23:9-66 5/11 `websocket_manager` of AgentRegistry becomes None (AgentRegistry.websocket_manager = None)',
    'app/smd.py:62:13-43 6/11 `_phase6_websocket()` is called',
    'app/smd.py:115:9-52 7/11 `_connect_registry_to_websocket()` is called',
    'app/smd.py:122:9-32 8/11 `registry and bridge` is true',
    "app/smd.py:123:13-58 9/11 `hasattr(registry, 'set_websocket_bridge')` is true: AgentRegistry has `set_websocket_bridge`",
    'app/smd.py:124:17-54 10/11 `set_websocket_bridge()` is called',
    'app/smd.py:124:17-54 11/11 set_websocket_bridge() sets `_websocket_bridge`; `websocket_manager` of AgentRegistry stays None',
  ]);
});

it('follows edits that are not saved: the correction takes the finding away, and back again', async () => {
  const { editor, root, text, uri } = await openExample('app/smd.py');
  const file = uri('app/smd.py');
  const before = await itemsOf(editor, file);
  await editor.change(file, corrected(root));
  expect(await itemsOf(editor, file)).toEqual([]);
  await editor.change(file, text('app/smd.py'));
  expect(await itemsOf(editor, file)).toEqual(before);
  await editor.change(file, `# one line more\n${text('app/smd.py')}`);
  const [moved] = await itemsOf(editor, file);
  expect(moved?.range).toEqual({ start: { line: 124, character: 25 }, end: { line: 124, character: 45 } });
  expect(moved?.data).toEqual(before[0]?.data);
  await editor.change(file, corrected(root));
  await itemsOf(editor, file);
  await editor.notify('textDocument/didClose', { textDocument: { uri: file } });
  expect(await itemsOf(editor, file)).toEqual(before);
});

it('reports files that are not open, and says nothing again as long as nothing changes', async () => {
  const { editor, root, uri } = await openExample();
  type Report = { items: { uri: string; kind: string; resultId: string; items: Diagnostic[] }[] };
  const first = await editor.request<Report>('workspace/diagnostic', { previousResultIds: [] });
  expect(
    first.items.map(({ uri: file, kind, items }) => [file, kind, items.map(({ code }) => code)]),
  ).toEqual([[uri('app/smd.py'), 'full', ['legacy-setter']]]);
  const previousResultIds = first.items.map((item) => ({ uri: item.uri, value: item.resultId }));
  let answered = false;
  const held = editor.request<Report>('workspace/diagnostic', { previousResultIds }).then((report) => {
    answered = true;
    return report;
  });
  await editor.request('wiretrace/analyse', null);
  expect(answered).toBe(false);
  await editor.open(uri('app/smd.py'), corrected(root));
  expect((await held).items.map(({ uri: file, kind, items }) => [file, kind, items])).toEqual([
    [uri('app/smd.py'), 'full', []],
  ]);
});

it('tells on hover what a component has in each environment', async () => {
  const { editor, uri } = await openExample('app/agents/agent_registry.py');
  const file = uri('app/agents/agent_registry.py');
  await editor.diagnostics(file);
  const hover = await editor.request<Hover>('textDocument/hover', {
    textDocument: { uri: file },
    position: { line: 40, character: 10 },
  });
  expect(hover.range).toEqual({ start: { line: 40, character: 8 }, end: { line: 40, character: 29 } });
  const { value } = hover.contents as { value: string };
  expect(value.split('\n').slice(0, 11)).toEqual([
    '`AgentRegistry` needs its `websocket_manager`, through `set_websocket_manager()`.',
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
  const commands = [...value.matchAll(/\(command:([\w.]+)\?/g)].map(([, name]) => name);
  expect(commands).toEqual(['wiretrace.traceStartup', 'wiretrace.explainFinding']);
});

it('leads from the setter to the place that injects, and to where startup begins', async () => {
  const { editor, uri } = await openExample('app/agents/agent_registry.py');
  const file = uri('app/agents/agent_registry.py');
  await editor.diagnostics(file);
  const at = { textDocument: { uri: file }, position: { line: 40, character: 10 } };
  expect(await editor.request<Location[]>('textDocument/definition', at)).toEqual([
    {
      uri: uri('app/handlers/message_handlers.py'),
      range: { start: { line: 55, character: 43 }, end: { line: 55, character: 64 } },
    },
  ]);
  expect(await editor.request<Location[]>('textDocument/implementation', at)).toEqual([
    {
      uri: uri('app/main.py'),
      range: { start: { line: 44, character: 0 }, end: { line: 44, character: 3 } },
    },
  ]);
});

it('puts a lens on the setter and on the entry point, and says what it does when it is shown', async () => {
  const { editor, uri } = await openExample('app/agents/agent_registry.py', 'app/main.py');
  const lensesOf = async (file: string): Promise<readonly string[]> => {
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uri(file) },
    });
    expect(lenses.filter(({ command }) => command)).toEqual([]);
    const resolved = await Promise.all(
      lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)),
    );
    return resolved.map(({ range, command }) => `${range.start.line} ${command?.command}: ${command?.title}`);
  };
  expect(await lensesOf('app/agents/agent_registry.py')).toEqual([
    '40 wiretrace.showInjections: injected by 1 place, startup comes by 0 · another setter is called',
  ]);
  expect(await lensesOf('app/main.py')).toEqual([
    '44 wiretrace.traceStartup: Trace startup (3 environments)',
  ]);
});

it('shows who calls a function on the way to serving', async () => {
  const { editor, uri } = await openExample('app/smd.py');
  const [item] = await editor.diagnostics(uri('app/smd.py')).then(() =>
    editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: uri('app/smd.py') },
      position: { line: 123, character: 30 },
    }),
  );
  expect(item?.detail).toBe('app.agents.agent_registry.AgentRegistry.set_websocket_bridge');
  const calls = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
  expect(calls.map(({ from, fromRanges }) => [from.detail, fromRanges])).toEqual([
    [
      'app.smd.StartupOrchestrator._connect_registry_to_websocket (in development, staging, production)',
      [{ start: { line: 123, character: 16 }, end: { line: 123, character: 53 } }],
    ],
  ]);
});

it('gives the trace of one environment, with a link on every line', async () => {
  const { editor, uri } = await openExample();
  const trace = await editor.request<TraceDocument>('wiretrace/trace', {
    uri: uri('app/main.py'),
    environment: 'staging',
  });
  const lines = trace.text.trimEnd().split('\n');
  expect(lines[0]).toBe('app (asgi-lifespan) in staging at app/main.py:45');
  expect(trace.environments).toEqual(['development', 'staging', 'production']);
  expect(trace.links.map(({ line }) => line)).toEqual([...lines.keys()]);
  const index = lines.findIndex((line) => line.includes('set_websocket_bridge() at'));
  const link = trace.links[index];
  expect(lines[index]?.slice(link?.startColumn, link?.endColumn)).toBe('app/smd.py:124:17');
  expect(link?.target).toEqual({
    uri: uri('app/smd.py'),
    range: { start: { line: 123, character: 16 }, end: { line: 123, character: 53 } },
  });
  expect(
    await editor.request('wiretrace/trace', { uri: uri('app/main.py'), environment: 'mars' }),
  ).toBeNull();
});

it('explains a finding and gives the views what they show', async () => {
  const { editor, uri } = await openExample();
  const { folders } = await editor.request<Overview>('wiretrace/overview', null);
  const [folder] = folders;
  expect(
    folder?.components.map(({ name, verdict, injectionPoint }) => [name, verdict, injectionPoint.name]),
  ).toEqual([
    ['AgentRegistry', 'wrong-setter', 'set_websocket_manager'],
    ['AgentRegistry', 'unused', 'set_websocket_bridge'],
  ]);
  const [finding] = folder?.findings ?? [];
  expect(finding?.location).toEqual({
    uri: uri('app/smd.py'),
    range: { start: { line: 123, character: 25 }, end: { line: 123, character: 45 } },
  });
  const explanation = await editor.request<Explanation>('wiretrace/explain', { finding: finding?.id });
  expect(explanation.title).toBe('legacy-setter: AgentRegistry');
  expect(explanation.markdown).toContain(
    `4. an AgentRegistry is created ([app/smd.py:101](${uri('app/smd.py')}#L101))`,
  );
});

it('offers proved fixes, tells their edits when they are asked for, and applies the safe ones at once', async () => {
  const { editor, text, uri } = await openExample('app/smd.py');
  const file = uri('app/smd.py');
  const [diagnostic] = await itemsOf(editor, file);
  const ask = (only?: readonly string[]) =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file },
      range: { start: { line: 123, character: 30 }, end: { line: 123, character: 30 } },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const actions = await ask();
  expect(actions.filter(({ edit }) => edit)).toEqual([]);
  expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
  expect(actions[0]?.diagnostics).toEqual([diagnostic]);
  expect(actions.map(({ title }) => title)).toEqual([
    'Call set_websocket_manager() with self.app.state.websocket_manager instead',
    'Call set_websocket_manager() with get_websocket_manager() instead',
    'Call set_websocket_manager() with bridge.websocket_manager instead',
    'Ignore legacy-setter here, with a reason',
    'Declare in wiretrace.json that app.agents.agent_registry.AgentRegistry needs WebSocketManager through set_websocket_manager',
  ]);
  for (const chosen of [actions[0], (await ask(['source.fixAll']))[0]]) {
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', chosen);
    const [change] = edit?.documentChanges ?? [];
    if (!change || !('edits' in change)) throw new Error('there is no edit');
    expect(change.textDocument.uri).toBe(file);
    const document = TextDocument.create(file, 'python', 1, text('app/smd.py'));
    await editor.change(file, TextDocument.applyEdits(document, change.edits as TextEdit[]));
    expect(await itemsOf(editor, file)).toEqual([]);
    await editor.change(file, text('app/smd.py'));
    await itemsOf(editor, file);
  }
  expect(await ask(['refactor'])).toEqual([]);
});
