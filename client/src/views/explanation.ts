/** Explanations as read-only documents, shown as pages. Must not know how a finding is explained. */
import * as vscode from 'vscode';
import type { Explanation, ExplainParams } from '../../../server/src/protocol/messages.ts';
import type { WiretraceClient } from '../client.ts';
import { showMarkdown } from './markdown.ts';

const SCHEME = 'wiretrace-explanation';

export interface Explanations extends vscode.Disposable {
  /** Says so where nothing is known about the place. */
  show(params: ExplainParams): Promise<void>;
}

export function registerExplanations(client: WiretraceClient): Explanations {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const texts = new Map<string, string>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  return {
    show: async (params) => {
      const explanation = await client.explain(params);
      if (!explanation) {
        void vscode.window.showInformationMessage(
          'Wiretrace knows nothing about this place: no startup comes by here.',
        );
        return;
      }
      const uri = uriOf(explanation);
      texts.set(uri.toString(), explanation.markdown);
      changed.fire(uri);
      await showMarkdown(uri);
    },
    dispose: () => void vscode.Disposable.from(registration, changed).dispose(),
  };
}

function uriOf({ title }: Explanation): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${title.replaceAll(/[\\/:?#]/g, ' ')}.md` });
}
