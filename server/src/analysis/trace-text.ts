/**
 * The trace as a document: one line per step, two spaces deeper per call frame, so that it folds by indentation.
 * `syntaxes/wiretrace-trace.tmLanguage.json` colours it. Must not know a terminal or an editor.
 */
import type { TraceNode, TraceRun, TraceTree } from './api.ts';

/** One line of the trace, with the place that it names. */
export interface TraceLine {
  readonly text: string;
  /** Where the place stands in the text: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** From one. */
  readonly target: { readonly file: string; readonly line: number; readonly column: number };
}

/** `file` gives a path as the reader can open it. */
export function traceText(trace: TraceTree, file: (path: string) => string): string {
  return trace.runs
    .map((run) =>
      traceLines(run, file)
        .map(({ text }) => text)
        .join('\n'),
    )
    .join('\n\n');
}

/** The first line names the entry point. */
export function traceLines(run: TraceRun, file: (path: string) => string): readonly TraceLine[] {
  const { entryPoint, environment } = run;
  const scope = environment === '' ? '' : ` in ${environment}`;
  const head = lineOf(
    `${entryPoint.name} (${entryPoint.kind})${scope} at `,
    `${file(entryPoint.file)}:${entryPoint.line}`,
    '',
    { file: entryPoint.file, line: entryPoint.line, column: 1 },
  );
  return [head, ...run.nodes.flatMap((node) => nodeLines(node, 1, file))];
}

/** With a stack of its own: calls of the traced program may be nested deeper than ours may be. */
function nodeLines(root: TraceNode, rootDepth: number, file: (path: string) => string): readonly TraceLine[] {
  const lines: TraceLine[] = [];
  const stack = [{ node: root, depth: rootDepth }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    lines.push(nodeLine(node, '  '.repeat(depth), file));
    for (const child of node.children.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return lines;
}

function nodeLine(node: TraceNode, indent: string, file: (path: string) => string): TraceLine {
  const decided = node.decided === undefined ? '' : ` [${node.decided}]`;
  const reason = node.reason === undefined ? '' : `, because ${node.reason}`;
  const state = node.state ? ` => ${node.state}` : '';
  return lineOf(
    `${indent}${node.kind}${decided} ${node.message} at `,
    `${file(node.file)}:${node.line}:${node.column}`,
    reason + state,
    { file: node.file, line: node.line, column: node.column },
  );
}

function lineOf(before: string, place: string, after: string, target: TraceLine['target']): TraceLine {
  const head = oneLine(before);
  const middle = oneLine(place);
  return {
    text: head + middle + oneLine(after),
    start: head.length,
    end: head.length + middle.length,
    target,
  };
}

/** A step is one line, whatever was quoted in it. */
function oneLine(text: string): string {
  // One pattern for all of it would look at deep indentation again from each of its blanks.
  if (!/[\r\n]/.test(text)) return text;
  const [first = '', ...rest] = text.split(/[\r\n]+/);
  return [first.trimEnd(), ...rest.map((part) => part.trim()).filter((part) => part !== '')].join(' ');
}
