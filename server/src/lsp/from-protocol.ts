/** Places of the client as the façade counts them. Must not know what stands there. */
import type { Position, Range } from 'vscode-languageserver/node';
import { LineIndex } from '../base/line-index.ts';
import type { EditorPosition, EditorRange } from '../analysis/editor/analysis.ts';
import { lineOf } from './documents.ts';
import { toUtf16 } from './positions.ts';
import { type Session, textOf } from './session.ts';

export function positionFromClient(session: Session, uri: string, position: Position): EditorPosition {
  const { encoding } = session.client;
  if (encoding === 'utf-16') return position;
  const text = textOf(session, uri) ?? '';
  const line = lineOf(text, new LineIndex(text), position.line);
  return { line: position.line, character: toUtf16(line, position.character, encoding) };
}

export function rangeFromClient(session: Session, uri: string, { start, end }: Range): EditorRange {
  return {
    start: positionFromClient(session, uri, start),
    end: positionFromClient(session, uri, end),
  };
}
