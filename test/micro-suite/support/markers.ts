/**
 * Expectations in comments below the marked line: `#   ^^^^ error: [check-id] "beginning of the message"`.
 * Must not know the analyser: an expected finding is plain data.
 */

/** Lines and columns count from one; the end is exclusive. */
export interface MarkedRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface ExpectedFinding {
  readonly file: string;
  readonly range: MarkedRange;
  readonly severity: string;
  readonly check: string;
  /** The message begins with this text. */
  readonly message: string;
}

/** The findings that the comments of one file expect, in the order of the comments. Throws where a comment is nearly a marker. */
export function readMarkers(file: string, text: string): readonly ExpectedFinding[] {
  const found: ExpectedFinding[] = [];
  let marked = 0;
  text.split('\n').forEach((line, index) => {
    const marker = /^(\s*(?:#|\/\/)\s*)(\^+|\d+:\d+-\d+:\d+) (.*)$/.exec(line);
    if (marker?.[1] === undefined || marker[2] === undefined) {
      if (/\^\^|error: \[|warning: \[/.test(line))
        throw new Error(`${file}:${index + 1}: not a marker: ${line.trim()}`);
      marked = index + 1;
      return;
    }
    const said = /^(error|warning|information|hint): \[([a-z-]+)\] "(.*)"$/.exec(marker[3] ?? '');
    if (said?.[1] === undefined || said[2] === undefined || said[3] === undefined) {
      throw new Error(`${file}:${index + 1}: not a marker: ${line.trim()}`);
    }
    const range = rangeOf(marker[2], marked, marker[1].length + 1);
    found.push({ file, range, severity: said[1], check: said[2], message: said[3] });
  });
  return found;
}

/** The text of a range that lies within one line. */
export function textAt(text: string, range: MarkedRange): string {
  const line = text.split('\n')[range.start.line - 1] ?? '';
  return line.slice(range.start.column - 1, range.end.column - 1);
}

function rangeOf(sign: string, markedLine: number, column: number): MarkedRange {
  const [startLine, startColumn, endLine, endColumn] = sign.split(/[:-]/).map(Number);
  if (startLine === undefined || Number.isNaN(startLine)) {
    return {
      start: { line: markedLine, column },
      end: { line: markedLine, column: column + sign.length },
    };
  }
  return {
    start: { line: startLine, column: startColumn ?? 1 },
    end: { line: endLine ?? startLine, column: endColumn ?? 1 },
  };
}
