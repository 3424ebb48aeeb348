/** `wiretrace/explain`: all that is known about a place or a finding, as Markdown. */
import { type ExplainParams, type Explanation, METHODS } from '../../protocol/messages.ts';
import { answering } from '../handling.ts';
import { findingOf, knownAt, markdownContext } from '../known.ts';
import { findingMarkdown } from '../markdown.ts';
import { settled } from '../scheduling.ts';
import { type Folder, locate, type Session } from '../session.ts';
import { markMarkdown } from './hover.ts';

export function registerExplain(session: Session): void {
  session.connection.onRequest(
    METHODS.explain,
    answering<ExplainParams, Explanation | null>(session, 'explain', null, async (asked, token) => {
      if ('finding' in asked) return ofFinding(session, asked.finding);
      if (typeof asked.uri !== 'string' || typeof asked.position !== 'object') return null;
      const located = locate(session, asked.uri);
      if (located) await settled(located.folder, token);
      return ofPlace(session, asked.uri, asked.position);
    }),
  );
}

function ofFinding(session: Session, id: string): Explanation | null {
  const found = findingOf(session, id);
  if (!found) return null;
  const { folder, finding } = found;
  const name = finding.component === '' ? finding.file : finding.component;
  return { title: `${finding.check}: ${name}`, markdown: findingText(session, folder, finding) };
}

function findingText(
  session: Session,
  folder: Folder,
  finding: Parameters<typeof findingMarkdown>[1],
): string {
  const page = `${session.host.documentation}/checks/${finding.check}.md`;
  return findingMarkdown(markdownContext(session, folder), finding, page);
}

/** What stands there, what is found there, and the findings whose proof comes by. */
function ofPlace(
  session: Session,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Explanation | null {
  const known = knownAt(session, uri, position);
  if (!known) return null;
  const { folder, path, marks } = known;
  const line = position.line + 1;
  const all = folder.analysis?.report.findings ?? [];
  const here = all.filter(
    ({ file, range }) => file === path && range.start.line <= line && range.end.line >= line,
  );
  const passing = all.filter(
    (finding) =>
      !here.includes(finding) && finding.steps.some((step) => step.file === path && step.line === line),
  );
  const parts = [
    ...new Set(marks.map(markMarkdown)),
    ...here.map((finding) => findingText(session, folder, finding)),
    ...passing.map(
      (finding) =>
        `Startup comes by here on its way to another finding:\n\n${findingText(session, folder, finding)}`,
    ),
    ...unresolvedAt(folder, path, line),
  ];
  if (parts.length === 0) return null;
  return { title: `${path}:${line}`, markdown: parts.join('\n\n---\n\n') };
}

function unresolvedAt({ analysis }: Folder, path: string, line: number): readonly string[] {
  const found = analysis?.report.unresolved.filter((each) => each.file === path && each.line === line) ?? [];
  return found.map(({ reason }) => `Not followed: ${reason}.`);
}
