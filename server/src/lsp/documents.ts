/** Open buffers and their edits. Must not know what is in them. */
import { LineIndex } from '../base/line-index.ts';
import { type PositionEncoding, toUtf16 } from './positions.ts';
import { normalUri } from './uris.ts';

export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
}

/** One change of `textDocument/didChange`: a stretch of the text, else all of it. */
export interface TextChange {
  readonly range?: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

export interface Documents {
  open(document: OpenDocument): void;
  /** The document with its changes, one after the other; `undefined` where it is not open. */
  change(
    uri: string,
    version: number,
    changes: readonly TextChange[],
    encoding: PositionEncoding,
  ): OpenDocument | undefined;
  close(uri: string): OpenDocument | undefined;
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

export function createDocuments(): Documents {
  const documents = new Map<string, OpenDocument>();
  return {
    open: (document) => {
      documents.set(normalUri(document.uri), document);
    },
    change: (uri, version, changes, encoding) => {
      const known = documents.get(normalUri(uri));
      if (!known) return undefined;
      const text = changes.reduce((current, change) => changed(current, change, encoding), known.text);
      const next = { ...known, version, text };
      documents.set(normalUri(uri), next);
      return next;
    },
    close: (uri) => {
      const known = documents.get(normalUri(uri));
      documents.delete(normalUri(uri));
      return known;
    },
    get: (uri) => documents.get(normalUri(uri)),
    all: () => [...documents.values()],
  };
}

/** Places outside of the text are taken for its nearest ones; a range that runs backwards is turned around. */
export function changed(
  text: string,
  { range, text: inserted }: TextChange,
  encoding: PositionEncoding,
): string {
  if (!range) return inserted;
  const index = new LineIndex(text);
  const one = offsetAt(text, index, range.start, encoding);
  const other = offsetAt(text, index, range.end, encoding);
  return text.slice(0, Math.min(one, other)) + inserted + text.slice(Math.max(one, other));
}

function offsetAt(
  text: string,
  index: LineIndex,
  { line, character }: { readonly line: number; readonly character: number },
  encoding: PositionEncoding,
): number {
  if (line >= index.lineCount) return text.length;
  return index.offset({ line, character: 0 }) + toUtf16(lineOf(text, index, line), character, encoding);
}

/** A line without its end. */
export function lineOf(text: string, index: LineIndex, line: number): string {
  if (line < 0 || line >= index.lineCount) return '';
  const start = index.offset({ line, character: 0 });
  const end = line + 1 < index.lineCount ? index.offset({ line: line + 1, character: 0 }) : text.length;
  return text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, '');
}
