/** `textDocument/codeAction`: proved fixes of the findings in a range; `source.fixAll.wiretrace` applies the safe ones of a file. */
import { CodeActionKind } from 'vscode-languageserver/node';
import type {
  CancellationToken,
  CodeAction,
  CodeActionContext,
  CodeActionParams,
  Diagnostic,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { EditorFix } from '../../analysis/editor/analysis.ts';
import { FIX_ALL } from '../capabilities.ts';
import { rangeFromClient } from '../from-protocol.ts';
import { answering } from '../handling.ts';
import { isRecord } from '../parameters.ts';
import { settled } from '../scheduling.ts';
import { call, type Folder, locate, type Session } from '../session.ts';
import { diagnosticToClient, toClient } from '../to-protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** What an action does, until it is resolved. */
type ActionData =
  | { readonly kind: 'fix'; readonly uri: string; readonly finding: string; readonly title: string }
  | { readonly kind: 'all'; readonly uri: string };

export function registerCodeActions(session: Session): void {
  session.connection.onCodeAction(
    answering<CodeActionParams, CodeAction[] | null>(
      session,
      'code action',
      null,
      async (parameters, token) => {
        const { uri } = parameters.textDocument;
        const located = locate(session, uri);
        if (!located) return null;
        await settled(located.folder, token);
        const actions = [
          ...(isWanted(parameters.context, CodeActionKind.QuickFix)
            ? await quickFixes(session, located.folder, located.path, parameters, token)
            : []),
          ...fixAllActions(located.folder, located.path, parameters),
        ];
        return session.client.resolvesActions
          ? actions
          : Promise.all(actions.map((action) => resolve(session, action, token)));
      },
    ),
  );
  session.connection.onCodeActionResolve((action, token) =>
    answering<CodeAction, CodeAction>(session, 'code action resolve', action, (asked, asking) =>
      resolve(session, asked, asking),
    )(action, token),
  );
}

/** Kinds are hierarchical: who wants `source` wants `source.fixAll.wiretrace`. Without a wish everything but source actions is wanted. */
function isWanted({ only }: CodeActionContext, kind: string): boolean {
  if (!only || only.length === 0) return !kind.startsWith('source');
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

async function quickFixes(
  session: Session,
  folder: Folder,
  path: string,
  { textDocument: { uri }, range }: CodeActionParams,
  token: CancellationToken,
): Promise<readonly CodeAction[]> {
  const { start, end } = rangeFromClient(session, uri, range);
  const to = toClient(session);
  const touched = (folder.analysis?.diagnostics.get(path) ?? []).filter(
    (diagnostic) => diagnostic.range.start.line <= end.line && diagnostic.range.end.line >= start.line,
  );
  const actions: CodeAction[] = [];
  for (const diagnostic of touched) {
    const fixes = await fixesOf(session, folder, diagnostic.id, token);
    const shown = diagnosticToClient(session, to, folder, uri, diagnostic);
    actions.push(...fixes.map((fix) => quickFix(uri, diagnostic.id, fix, fixes, shown)));
  }
  return actions;
}

function quickFix(
  uri: string,
  finding: string,
  fix: EditorFix,
  fixes: readonly EditorFix[],
  diagnostic: Diagnostic,
): CodeAction {
  const safe = fixes.filter((each) => each.isSafe && each.kind === 'correction');
  const data: ActionData = { kind: 'fix', uri, finding, title: fix.title };
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    // Preferred is what a person may apply unseen: safe, and the only one.
    ...(safe.length === 1 && safe[0] === fix && { isPreferred: true }),
    data,
  };
}

function fixAllActions(
  folder: Folder,
  path: string,
  { textDocument, context }: CodeActionParams,
): CodeAction[] {
  const hasFindings = (folder.analysis?.diagnostics.get(path)?.length ?? 0) > 0;
  if (!isWanted(context, FIX_ALL) || !hasFindings) return [];
  const data: ActionData = { kind: 'all', uri: textDocument.uri };
  return [{ title: 'Apply all safe Wiretrace fixes', kind: FIX_ALL, data }];
}

async function resolve(session: Session, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const data = actionData(action.data);
  const located = data && locate(session, data.uri);
  if (!data || !located) return action;
  const { folder, path } = located;
  const fixes =
    data.kind === 'fix'
      ? (await fixesOf(session, folder, data.finding, token))
          .filter(({ title }) => title === data.title)
          .slice(0, 1)
      : await safeFixes(session, folder, path, token);
  const edit: WorkspaceEdit = workspaceEdit(session, folder, fixes);
  return { ...action, edit };
}

/** The first safe correction of each finding of a file, as long as none touches what another one changes. */
async function safeFixes(
  session: Session,
  folder: Folder,
  path: string,
  token: CancellationToken,
): Promise<readonly EditorFix[]> {
  const chosen: EditorFix[] = [];
  for (const { id } of folder.analysis?.diagnostics.get(path) ?? []) {
    const fixes = await fixesOf(session, folder, id, token);
    const safe = fixes.find((fix) => fix.isSafe && fix.kind === 'correction');
    if (safe && !chosen.some((other) => overlap(other, safe))) chosen.push(safe);
  }
  return chosen;
}

function overlap(one: EditorFix, other: EditorFix): boolean {
  return one.edits.some((a) =>
    other.edits.some(
      (b) =>
        a.file === b.file && a.range.start.line <= b.range.end.line && b.range.start.line <= a.range.end.line,
    ),
  );
}

/** Proving takes as long as an analysis: it ends when nobody waits any more. */
async function fixesOf(
  session: Session,
  { root }: Folder,
  finding: string,
  token: CancellationToken,
): Promise<readonly EditorFix[]> {
  return call(
    session,
    'fixes',
    { root, finding },
    { onCancel: (cancel) => token.onCancellationRequested(cancel) },
  );
}

function actionData(data: unknown): ActionData | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string') return undefined;
  const { kind, uri, finding, title } = data;
  if (kind === 'all') return { kind, uri };
  if (kind === 'fix' && typeof finding === 'string' && typeof title === 'string')
    return { kind, uri, finding, title };
  return undefined;
}
