/** Offsets to lines and back. Must not know files or protocols. */

/** Zero-based line and zero-based UTF-16 character, as editors count inside. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Line starts of one text. `\n`, `\r\n` and a lone `\r` each end a line, as in the Language Server Protocol 3.18
 * (section "Text Documents"); a form feed does not.
 */
export class LineIndex {
  private readonly starts: Uint32Array;
  private readonly length: number;

  constructor(text: string) {
    this.starts = lineStarts(text);
    this.length = text.length;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Position of an offset; an offset outside the text is clamped to its ends. */
  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - (this.starts[line] ?? 0) };
  }

  /** Offset of a position; a line or character outside the text is clamped to the nearest place in it. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.length;
    const start = this.starts[position.line] ?? 0;
    const end = this.starts[position.line + 1] ?? this.length;
    return Math.min(start + Math.max(0, position.character), end);
  }

  /** Zero-based line that holds `offset`, by binary search. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    }
  }
  return Uint32Array.from(starts);
}
