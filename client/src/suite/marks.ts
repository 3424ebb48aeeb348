/** Says beside calls that emit or inject how often the last run came by. Must not know how it was observed. */
import * as vscode from 'vscode';
import type { RunMark, SuiteRun } from '../../../server/src/protocol/suites.ts';
import type { WiretraceClient } from '../client.ts';

/** Marks stay until the next run, or until a file changes so that its lines may have moved. */
export function registerMarks(client: WiretraceClient, onResult: vscode.Event<SuiteRun>): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em' },
    isWholeLine: true,
  });
  const texts = new Map<string, ReadonlyMap<number, string>>();
  const show = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const lines = texts.get(editor.document.uri.toString()) ?? new Map<number, string>();
      editor.setDecorations(
        decoration,
        [...lines].map(([line, contentText]) => ({
          range: new vscode.Range(line, 0, line, 0),
          renderOptions: { after: { contentText } },
        })),
      );
    }
  };
  return vscode.Disposable.from(
    decoration,
    onResult((result) => {
      void marksOf(client, result).then((marks) => {
        texts.clear();
        for (const [uri, lines] of marks) texts.set(uri, lines);
        show();
      });
    }),
    vscode.window.onDidChangeVisibleTextEditors(show),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && texts.delete(document.uri.toString())) show();
    }),
  );
}

type Marks = Map<string, Map<number, string>>;

/** What was observed, and emit sites of the dry run that the run never came by. */
async function marksOf(client: WiretraceClient, result: SuiteRun): Promise<Marks> {
  const marks: Marks = new Map();
  if (result.evidence !== 'observed') return marks;
  for (const mark of result.marks) put(marks, mark.location, words(mark));
  const { folders } = await client.overview();
  for (const { events, components } of folders) {
    for (const { location } of events.flatMap(({ emitters }) => emitters))
      put(marks, location, 'never observed');
    for (const { location, reached } of components.flatMap(({ injections }) => injections))
      if (!reached) put(marks, location, 'never observed');
  }
  return marks;
}

/** The first word about a line counts. */
function put(marks: Marks, { uri, range }: RunMark['location'], text: string): void {
  const key = vscode.Uri.parse(uri).toString();
  const lines = marks.get(key) ?? new Map<number, string>();
  if (!lines.has(range.start.line)) lines.set(range.start.line, text);
  marks.set(key, lines);
}

function words({ kind, count }: RunMark): string {
  const often = count === 1 ? 'once' : `${count} times`;
  return kind === 'emission' ? `emitted ${often} in the last run` : `called ${often} in the last run`;
}
