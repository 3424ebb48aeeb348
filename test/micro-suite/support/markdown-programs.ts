/**
 * Programs that stand in Markdown: headings, fenced blocks, and the files in them.
 * Must not know what is expected of a program (see `markers.ts` and `suite.ts`), nor the analyser.
 */

/** A fenced block. `line` is the line of its first character in the Markdown file, from one. */
export interface Fence {
  readonly language: string;
  /** The value of `file=` in the info string. */
  readonly file: string | undefined;
  readonly text: string;
  readonly line: number;
}

/** A heading of level 1 to 6 and what stands below it, up to the next heading. `line` is the heading's, from one. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly line: number;
  readonly fences: readonly Fence[];
}

/** The sections of a Markdown file in order; text before the first heading belongs to a section of level 0 without a title. */
export function parseSections(markdown: string): readonly Section[] {
  const sections: (Omit<Section, 'fences'> & { fences: Fence[] })[] = [
    { level: 0, title: '', line: 1, fences: [] },
  ];
  let open: OpenFence | undefined;
  markdown.split('\n').forEach((text, index) => {
    if (open) {
      open = continueFence(open, text, sections.at(-1)?.fences ?? []);
      return;
    }
    const heading = /^(#{1,6}) (.*)$/.exec(text);
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      sections.push({ level: heading[1].length, title: heading[2].trim(), line: index + 1, fences: [] });
    }
    open = openFence(text, index + 2);
  });
  if (open) throw new Error(`line ${open.line - 1}: the fenced block is never closed`);
  return sections;
}

/**
 * The files of a block: lines `# file: path` (or `// file: path`) begin a file and are not part of it.
 * Without one the whole block is `fallback`. Blank lines at the end of a file are dropped, a newline ends it.
 */
export function splitFiles(text: string, fallback: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let path = fallback;
  let lines: string[] = [];
  const close = (): void => {
    if (path !== fallback || lines.some((line) => line.trim() !== '')) files[path] = endWithNewline(lines);
  };
  for (const line of text.split('\n')) {
    const next = /^(?:#|\/\/) file: (\S+)\s*$/.exec(line)?.[1];
    if (next === undefined) {
      lines.push(line);
      continue;
    }
    close();
    if (next in files) throw new Error(`two files are named ${next}`);
    path = next;
    lines = [];
  }
  close();
  return files;
}

interface OpenFence {
  readonly ticks: string;
  readonly language: string;
  readonly file: string | undefined;
  readonly line: number;
  readonly lines: string[];
}

function openFence(text: string, line: number): OpenFence | undefined {
  const match = /^(`{3,})(\S*)(.*)$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const file = /\bfile=(\S+)/.exec(match[3] ?? '')?.[1];
  return { ticks: match[1], language: match[2] ?? '', file, line, lines: [] };
}

function continueFence(open: OpenFence, text: string, done: Fence[]): OpenFence | undefined {
  if (text.trimEnd() !== open.ticks) {
    open.lines.push(text);
    return open;
  }
  done.push({ language: open.language, file: open.file, text: open.lines.join('\n'), line: open.line });
  return undefined;
}

function endWithNewline(lines: readonly string[]): string {
  const text = lines.join('\n').trimEnd();
  return text === '' ? '' : `${text}\n`;
}
