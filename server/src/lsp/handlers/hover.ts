/** `textDocument/hover`: on components, setters, injecting calls and emitted events, with the table of environments. */
import type { Hover, HoverParams } from 'vscode-languageserver/node';
import type { Mark } from '../../analysis/editor/analysis.ts';
import { answering } from '../handling.ts';
import { knownAt, type Located, markdownContext } from '../known.ts';
import { componentMarkdown, eventMarkdown, explainLink, injectionMarkdown, traceLink } from '../markdown.ts';
import type { Session } from '../session.ts';
import { toClient } from '../to-protocol.ts';

export function registerHover(session: Session): void {
  session.connection.onHover(
    answering<HoverParams, Hover | null>(session, 'hover', null, ({ textDocument: { uri }, position }) => {
      const known = knownAt(session, uri, position);
      const [first] = known?.marks ?? [];
      if (!known || !first) return null;
      const value = [...new Set(known.marks.map(markMarkdown))].join('\n\n---\n\n');
      const text = [value, links(session, known, uri)].filter((part) => part !== '').join('\n\n');
      const range = toClient(session).range(uri, first.range);
      return { contents: { kind: session.client.markdown ? 'markdown' : 'plaintext', value: text }, range };
    }),
  );
}

export function markMarkdown(mark: Mark): string {
  switch (mark.kind) {
    case 'component':
    case 'injection-point':
    case 'instance':
      return componentMarkdown(mark.component);
    case 'injection':
      return `${injectionMarkdown(mark.component, mark.injection)}\n\n${componentMarkdown(mark.component)}`;
    case 'emitter':
      return eventMarkdown(mark.event, mark.emitter);
    case 'entry-point':
      return `Startup begins here (${mark.entryPoint.kind}).`;
  }
}

/** Beside a hover: the trace, and what is found about the component. */
function links(session: Session, { folder, marks }: Located, uri: string): string {
  if (!session.client.markdown) return '';
  const context = markdownContext(session, folder);
  const names = new Set(marks.flatMap((mark) => ('component' in mark ? [mark.component.component] : [])));
  const findings = [...(folder.analysis?.diagnostics.values() ?? [])].flat();
  const about = folder.analysis?.report.findings.filter(({ component }) => names.has(component)) ?? [];
  const found = findings.find(({ message }) => about.some((finding) => finding.message === message));
  const parts = [
    traceLink(context, uri, about[0]?.environments[0]),
    found ? explainLink(context, found.id) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
