/** The incident of the example in a real editor: from the squiggle to its correction, and through a crash of the server. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  diagnosticsOf,
  eventually,
  open,
  rangeText,
  textOfHovers,
  workspaceFile,
} from './support/editor.ts';
import { runMocha } from './support/run-mocha.ts';
import { watchSpawned } from './support/spawned.ts';

const STARTUP = 'app/smd.py';
const REGISTRY = 'app/agents/agent_registry.py';
const FINDING = '123:25-123:45';
const spawned = watchSpawned();

async function finding(): Promise<vscode.Diagnostic> {
  return eventually('the finding', () => diagnosticsOf(workspaceFile(STARTUP))[0]);
}

async function noFinding(): Promise<void> {
  await eventually('no finding any more', () => allDiagnostics().length === 0);
}

function squiggle(): void {
  it('is underlined at the wrong call, and nowhere else', async () => {
    await open(STARTUP);
    const { range, severity, message, source, code } = await finding();
    assert.equal(rangeText(range), FINDING);
    assert.equal(severity, vscode.DiagnosticSeverity.Error);
    assert.equal(source, 'wiretrace');
    assert.equal(
      message.replaceAll(/\s+/g, ' '),
      'Startup calls set_websocket_bridge(), but the events of AgentRegistry go through `websocket_manager`, ' +
        'which only set_websocket_manager() sets (app/agents/agent_registry.py:41). Lost: agent_started, ' +
        'agent_thinking, tool_executing, tool_completed and agent_completed. Call set_websocket_manager() instead.',
    );
    assert.ok(typeof code === 'object');
    assert.equal(code.value, 'legacy-setter');
    assert.match(code.target.path, /\/docs\/checks\/legacy-setter\.md$/);
    assert.deepEqual(
      allDiagnostics().map(([path]) => path),
      [STARTUP],
    );
  });

  it('tells the way of startup to it, in order', async () => {
    const { relatedInformation = [] } = await finding();
    assert.deepEqual(
      relatedInformation.map(({ location: { uri, range }, message }) => {
        const [step = ''] = message.split(' ');
        return `${step} ${vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`;
      }),
      [
        '1/11 app/core/lifespan_manager.py:16',
        '2/11 app/core/lifespan_manager.py:20',
        '3/11 app/smd.py:144',
        '4/11 app/smd.py:101',
        '5/11 app/agents/agent_registry.py:23',
        '6/11 app/smd.py:62',
        '7/11 app/smd.py:115',
        '8/11 app/smd.py:122',
        '9/11 app/smd.py:123',
        '10/11 app/smd.py:124',
        '11/11 app/smd.py:124',
      ],
    );
  });

  it('has a table of environments over the setter that is never called', async () => {
    const text = await textOfHovers(workspaceFile(REGISTRY), new vscode.Position(40, 12));
    for (const environment of ['development', 'staging', 'production'])
      assert.match(text, new RegExp(`\\| \`${environment}\` \\| \\*\\*another setter is called`));
    assert.match(text, /command:wiretrace\.explainFinding/);
  });
}

function correction(): void {
  it('is gone once its first quick fix is taken, and back once that is undone', async () => {
    const editor = await open(STARTUP);
    const { range } = await finding();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const [first] = actions;
    assert.equal(first?.title, 'Call set_websocket_manager() with self.app.state.websocket_manager instead');
    assert.ok(first.edit);
    assert.equal(await vscode.workspace.applyEdit(first.edit), true);
    assert.match(
      editor.document.lineAt(125).text + editor.document.lineAt(126).text,
      /registry\.set_websocket_manager\(websocket_manager\)/,
    );
    await noFinding();
    await vscode.commands.executeCommand('undo');
    assert.equal(rangeText((await finding()).range), FINDING);
  });
}

function trace(): void {
  it('is in the trace, whose places lead into the code', async () => {
    const code = await open(STARTUP);
    code.selection = new vscode.Selection(123, 30, 123, 30);
    await vscode.commands.executeCommand('wiretrace.traceStartup');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'wiretrace-trace');
    assert.equal(document.lineAt(0).text, 'app (asgi-lifespan) in development at app/main.py:45');
    const lines = document.getText().split('\n');
    const line = lines.findIndex((text) => text.includes('inject AgentRegistry.set_websocket_bridge()'));
    assert.match(lines[line] ?? '', /at app\/smd\.py:124:17$/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const target = links.find(({ range }) => range.start.line === line)?.target;
    assert.equal(target?.with({ fragment: '' }).toString(), workspaceFile(STARTUP).toString());
    assert.equal(target?.fragment, 'L124,17');
  });

  it('is traced in another environment from the lens above', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['development (shown)', 'staging', 'production'],
    );
    const { command } = lenses[2] ?? {};
    assert.ok(command);
    const [argument] = (command.arguments ?? []) as readonly unknown[];
    await vscode.commands.executeCommand(command.command, argument);
    assert.match(
      vscode.window.activeTextEditor?.document.lineAt(0).text ?? '',
      /^app \(asgi-lifespan\) in production at /,
    );
  });
}

function commands(): void {
  it('is explained on a page of its own', async () => {
    const code = await open(STARTUP);
    code.selection = new vscode.Selection(123, 30, 123, 30);
    await vscode.commands.executeCommand('wiretrace.explainFinding');
    const page = await eventually('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'wiretrace-explanation'),
    );
    assert.match(page.getText(), /set_websocket_bridge\(\)/);
  });

  it('is in the debug information', async () => {
    await vscode.commands.executeCommand('wiretrace.copyDebugInformation');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^Wiretrace \d+\.\d+\.\d+\n/);
    assert.match(text, /Workspace: trusted, 1 folders/);
    assert.match(text, /[Ff]indings?: 1/);
  });
}

function configuration(): void {
  it('is found with the configuration that says what was found, whose settings complete', async () => {
    await vscode.commands.executeCommand('wiretrace.createConfiguration');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'jsonc');
    assert.match(document.getText(), /"entryPoints": \["app\/main\.py"\]/);
    assert.match(document.getText(), /"events": \["agent_started", /);
    const place = document.positionAt(document.getText().indexOf('"entryPoints"'));
    const labels = await eventually('completions', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('sourceRoots') && found;
    });
    assert.ok(labels.includes('contracts'));
    const hover = () => textOfHovers(document.uri, place.translate(0, 3));
    await eventually('its meaning', async () => (await hover()).includes('Where startup begins'));
    assert.equal(rangeText((await finding()).range), FINDING);
    await vscode.workspace.fs.delete(document.uri);
  });
}

function crash(): void {
  it('is shown again by itself after the server was killed', async () => {
    const server = spawned.last();
    assert.ok(server);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    await eventually('another server', () => spawned.byExtension.length === 2);
    assert.deepEqual(spawned.byExtension, ['fork server.cjs', 'fork server.cjs']);
    assert.equal(rangeText((await finding()).range), FINDING);
    const hover = () => textOfHovers(workspaceFile(REGISTRY), new vscode.Position(40, 12));
    await eventually('an answer of it', async () => (await hover()).includes('another setter is called'));
  });

  it('is shown after the server was restarted by hand', async () => {
    await vscode.commands.executeCommand('wiretrace.restartServer');
    assert.equal(spawned.byExtension.length, 3);
    assert.equal(rangeText((await finding()).range), FINDING);
  });
}

export function run(): Promise<void> {
  return runMocha(() => {
    describe('the incident', () => {
      squiggle();
      correction();
      trace();
      commands();
      configuration();
      crash();
    });
  });
}
