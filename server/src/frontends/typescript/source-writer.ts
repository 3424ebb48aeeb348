/** Writes JavaScript and TypeScript: statements, comments, imports. Must not know what is written, nor why. */
import type { Span } from '../../base/span.ts';
import type { ModuleName, SourceWriter, Written, WrittenTest } from '../../ir/source-writer.ts';
import type { Layout } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';

export const TYPESCRIPT_WRITER: SourceWriter = {
  standardError: 'Error',
  write: (code, layout) =>
    joined(
      code.flatMap((statement) => linesOf(statement, layout.unit)),
      layout,
    ),
  awaited: (_text, { start }) => [{ start, end: start, newText: 'await ' }],
  addElse,
  fillBlock,
  test: testOf,
  construct: (name, args) => `new ${name}(${args})`,
  comment: (text) => `// ${text}`,
  importLine: (name, from, importer) => `import { ${name} } from '${specifier(from, importer)}';`,
  namedArgument: () => undefined,
};

function joined(lines: readonly string[], { indentation, newline }: Layout): string {
  return lines.join(newline + indentation);
}

function linesOf(statement: Written, unit: string): readonly string[] {
  switch (statement.kind) {
    case 'expression':
      return [`${statement.text};`];
    case 'return':
      return [`return ${statement.value};`];
    case 'assign':
      return [`${statement.declares ? 'const ' : ''}${statement.target} = ${statement.value};`];
    case 'lines':
      return statement.lines;
    case 'raise': {
      const cause = statement.cause === undefined ? '' : `, { cause: ${statement.cause} }`;
      return [`throw new ${statement.error}(${quoted(statement.message)}${cause});`];
    }
    case 'if':
      return [
        `if (${testOf(statement.test)}) {`,
        ...indented(statement.then, unit),
        ...(statement.otherwise.length > 0 ? ['} else {', ...indented(statement.otherwise, unit)] : []),
        '}',
      ];
  }
}

function indented(code: readonly Written[], unit: string): readonly string[] {
  return code.flatMap((statement) => linesOf(statement, unit)).map((line) => unit + line);
}

/** `== null` holds for null and undefined alike. */
function testOf({ expression, is }: WrittenTest): string {
  return is === 'none' ? `${expression} == null` : `${expression} != null`;
}

function quoted(message: string): string {
  return `'${message.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A statement without braces gets none: it would have to be rewritten. */
function addElse(text: string, { end }: Span, code: readonly Written[], layout: Layout): TextEdit {
  const lines = [' else {', ...indented(code, layout.unit), '}'];
  const separator = text[end - 1] === '}' ? '' : layout.newline + layout.indentation;
  const newText = separator + joined(lines, layout).slice(separator === '' ? 0 : 1);
  return { start: end, end, newText };
}

/** Between the braces of a block in which nothing stands but comments, behind them. */
function fillBlock(
  text: string,
  owner: Span,
  code: readonly Written[],
  layout: Layout,
): TextEdit | undefined {
  const braces = /\{((?:\s|\/\/[^\n]*\n|\/\*(?:(?!\*\/)[^])*\*\/)*)\}\s*$/.exec(
    text.slice(owner.start, owner.end),
  );
  if (!braces) return undefined;
  const inside = braces[1] ?? '';
  const comments = inside.trimEnd();
  const start = owner.start + braces.index + 1 + comments.length;
  const inner: Layout = { ...layout, indentation: layout.indentation + layout.unit };
  const newText = `${layout.newline}${inner.indentation}${TYPESCRIPT_WRITER.write(code, inner)}${layout.newline}${layout.indentation}`;
  return { start, end: start + inside.length - comments.length, newText };
}

/** The path from one file to the other, with the extension that the importing file writes. */
function specifier(from: ModuleName, importer: ModuleName): string {
  const target = from.path.split('/');
  const folder = importer.path.split('/').slice(0, -1);
  while (folder.length > 0 && target.length > 1 && folder[0] === target[0]) {
    folder.shift();
    target.shift();
  }
  const up = folder.length === 0 ? './' : '../'.repeat(folder.length);
  const bare = target.join('/').replace(/\.[cm]?[jt]sx?$/, '');
  const extension = /\.[cm]?[jt]sx?$/.exec(importer.specifier ?? '')?.[0] ?? '';
  return up + bare + extension;
}
