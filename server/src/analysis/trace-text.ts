/**
 * The trace as a document: one line per step, two spaces deeper per call frame, so that it folds by indentation.
 * `syntaxes/wiretrace-trace.tmLanguage.json` colours it. Must not know a terminal or an editor.
 */
import type { TraceNode, TraceRun, TraceTree } from './api.ts';

/** `file` gives a path as the reader can open it. */
export function traceText(trace: TraceTree, file: (path: string) => string): string {
  return trace.runs.map((run) => runLines(run, file).join('\n')).join('\n\n');
}

function runLines(run: TraceRun, file: (path: string) => string): readonly string[] {
  const { entryPoint, environment } = run;
  const place = `${file(entryPoint.file)}:${entryPoint.line}`;
  const scope = environment === '' ? '' : ` in ${environment}`;
  const head = `${entryPoint.name} (${entryPoint.kind})${scope} at ${place}`;
  return [head, ...run.nodes.flatMap((node) => nodeLines(node, 1, file))];
}

/** With a stack of its own: calls of the traced program may be nested deeper than ours may be. */
function nodeLines(root: TraceNode, rootDepth: number, file: (path: string) => string): readonly string[] {
  const lines: string[] = [];
  const stack = [{ node: root, depth: rootDepth }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    lines.push('  '.repeat(depth) + nodeLine(node, file));
    for (const child of node.children.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return lines;
}

function nodeLine(node: TraceNode, file: (path: string) => string): string {
  const decided = node.decided === undefined ? '' : ` [${node.decided}]`;
  const place = `${file(node.file)}:${node.line}:${node.column}`;
  const reason = node.reason === undefined ? '' : `, because ${node.reason}`;
  const state = node.state ? ` => ${node.state}` : '';
  return oneLine(`${node.kind}${decided} ${node.message} at ${place}${reason}${state}`);
}

/** A step is one line, whatever was quoted in it. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
