/** Writes Python: statements, comments, imports. Must not know what is written, nor why. */
import type { ModuleName, SourceWriter, Written, WrittenTest } from '../../ir/source-writer.ts';
import type { Span } from '../../base/span.ts';
import { beginsLine, type Layout, lineEnd } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';

export const PYTHON_WRITER: SourceWriter = {
  standardError: 'RuntimeError',
  write: (code, layout) =>
    joined(
      code.flatMap((statement) => linesOf(statement, layout.unit)),
      layout,
    ),
  awaited: (_text, { start }) => [{ start, end: start, newText: 'await ' }],
  addElse,
  fillBlock,
  test: testOf,
  construct: (name, args) => `${name}(${args})`,
  comment: (text) => `# ${text}`,
  importLine: (name: string, from: ModuleName) => `from ${from.name} import ${name}`,
  namedArgument: (name, value) => `${name}=${value}`,
};

function joined(lines: readonly string[], { indentation, newline }: Layout): string {
  return lines.join(newline + indentation);
}

function linesOf(statement: Written, unit: string): readonly string[] {
  switch (statement.kind) {
    case 'expression':
      return [statement.text];
    case 'return':
      return [`return ${statement.value}`];
    case 'assign':
      return [`${statement.target} = ${statement.value}`];
    case 'lines':
      return statement.lines;
    case 'raise': {
      const cause = statement.cause === undefined ? '' : ` from ${statement.cause}`;
      return [`raise ${statement.error}(${quoted(statement.message)})${cause}`];
    }
    case 'if':
      return [
        `if ${testOf(statement.test)}:`,
        ...indented(statement.then, unit),
        ...(statement.otherwise.length > 0 ? ['else:', ...indented(statement.otherwise, unit)] : []),
      ];
  }
}

function indented(code: readonly Written[], unit: string): readonly string[] {
  return code.flatMap((statement) => linesOf(statement, unit)).map((line) => unit + line);
}

function testOf({ expression, is }: WrittenTest): string {
  return is === 'none' ? `${expression} is None` : `${expression} is not None`;
}

function quoted(message: string): string {
  return `"${message.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function addElse(text: string, { end }: Span, code: readonly Written[], layout: Layout): TextEdit {
  const at = lineEnd(text, end);
  const lines = ['else:', ...indented(code, layout.unit)];
  return { start: at, end: at, newText: layout.newline + layout.indentation + joined(lines, layout) };
}

/** A block in which nothing is written says `pass` or `...`. */
function fillBlock(
  text: string,
  owner: Span,
  code: readonly Written[],
  layout: Layout,
): TextEdit | undefined {
  const placeholder = /(?:pass|\.\.\.)\s*$/.exec(text.slice(owner.start, owner.end));
  if (!placeholder) return undefined;
  const start = owner.start + placeholder.index;
  if (!beginsLine(text, start)) return undefined;
  const inner: Layout = { ...layout, indentation: layout.indentation + layout.unit };
  return { start, end: start + placeholder[0].trimEnd().length, newText: PYTHON_WRITER.write(code, inner) };
}
