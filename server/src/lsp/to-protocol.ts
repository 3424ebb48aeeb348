/** Plain data of the façade as the protocol's. The only place where characters are counted as the client does. */
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { Diagnostic, Location, Range } from 'vscode-languageserver/node';
import { LineIndex } from '../base/line-index.ts';
import type { EditorDiagnostic, EditorLocation, EditorRange } from '../analysis/editor/analysis.ts';
import { findingId } from '../analysis/editor/finding-id.ts';
import { confirmationOf } from '../suite/explain.ts';
import { lineOf } from './documents.ts';
import { fromUtf16 } from './positions.ts';
import { type Folder, type Session, textOf } from './session.ts';
import { uriBelow } from './uris.ts';

/** Gives places to the client. Texts are indexed once: make one per answer. */
export interface ToClient {
  range(uri: string, range: EditorRange): Range;
  location(folder: Folder, location: EditorLocation): Location;
}

export function toClient(session: Session): ToClient {
  const { encoding } = session.client;
  const indexes = new Map<string, { readonly text: string; readonly index: LineIndex }>();
  const lineIn = (uri: string, line: number): string => {
    let known = indexes.get(uri);
    if (!known) {
      const text = textOf(session, uri) ?? '';
      known = { text, index: new LineIndex(text) };
      indexes.set(uri, known);
    }
    return lineOf(known.text, known.index, line);
  };
  const position = (uri: string, { line, character }: EditorRange['start']) => ({
    line,
    character: encoding === 'utf-16' ? character : fromUtf16(lineIn(uri, line), character, encoding),
  });
  const range = (uri: string, { start, end }: EditorRange): Range => ({
    start: position(uri, start),
    end: position(uri, end),
  });
  return {
    range,
    location: (folder, location) => {
      const uri = uriBelow(folder.uri, location.file);
      return { uri, range: range(uri, location.range) };
    },
  };
}

/** Data of a diagnostic, by which fixes find their finding again. */
export interface DiagnosticData {
  readonly finding: string;
}

export function diagnosticToClient(
  session: Session,
  to: ToClient,
  folder: Folder,
  uri: string,
  diagnostic: EditorDiagnostic,
): Diagnostic {
  const { client } = session;
  const data: DiagnosticData = { finding: diagnostic.id };
  const related = diagnostic.related.map(({ message, ...place }) => ({
    location: to.location(folder, place),
    message,
  }));
  const run = lastRunWords(folder, diagnostic.id);
  if (run !== undefined)
    related.push({ location: { uri, range: to.range(uri, diagnostic.range) }, message: run });
  return {
    range: to.range(uri, diagnostic.range),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.code,
    ...(client.codeDescription && { codeDescription: { href: pageOf(session, diagnostic.code) } }),
    source: 'wiretrace',
    message: inLines(diagnostic.message),
    ...(client.tags && diagnostic.isUnreachable && { tags: [DiagnosticTag.Unnecessary] }),
    ...(client.relatedInformation && related.length > 0 && { relatedInformation: related }),
    data,
  };
}

/** Whether the last run of an event suite confirms a finding; `undefined` where it says nothing about it. */
function lastRunWords({ analysis, lastRun }: Folder, id: string): string | undefined {
  const finding = analysis?.report.findings.find((each) => findingId(each) === id);
  if (!analysis || !lastRun || !finding) return undefined;
  const word = confirmationOf(finding, analysis.report, lastRun);
  if (word === 'not-shown') return undefined;
  const observed = lastRun.events.filter((event) => event.observed).length;
  const where = lastRun.environment === '' ? '' : ` in ${lastRun.environment}`;
  return `the last run of ${lastRun.suite.name}${where} ${word === 'confirmed' ? 'confirms this' : 'speaks against this'}: ${observed}/${lastRun.events.length} events observed`;
}

/** A sentence per line: editors show a long line cut off, and the first line alone where there is little room. */
function inLines(message: string): string {
  return message.replaceAll(/\. (?=[A-Z])/g, '.\n');
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

function pageOf({ host }: Session, code: EditorDiagnostic['code']): string {
  const page = code === 'invalid-configuration' ? 'configuration.md' : `checks/${code}.md`;
  return `${host.documentation}/${page}`;
}
