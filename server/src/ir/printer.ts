/**
 * The program as text, one statement a line, for tests and for people who debug a frontend. Must not know any language.
 *
 * The text shows what the tree is and is not meant to be read back. Nested operators stand in brackets; parameters say
 * `positional a` and `named a` where only one way of passing is allowed; `missing<reason>` is a hole.
 */
import { unreachable } from '../base/never.ts';
import type {
  Block,
  ClassNode,
  Expression,
  FunctionBody,
  FunctionNode,
  ImportNamesStatement,
  ModuleNode,
  Statement,
  TryStatement,
} from './nodes.ts';
import {
  classHead,
  expressionText,
  functionHead,
  optionalText,
  patternText,
  type Printing,
  targetText,
} from './print-expression.ts';

export interface PrintOptions {
  /** Whether bodies of functions are printed, and so read and lowered. */
  readonly bodies: boolean;
}

const WITH_BODIES: PrintOptions = { bodies: true };

/** All statements of the module, then its problems, each as `problem start-end message`. */
export function printModule(module: ModuleNode, options: PrintOptions = WITH_BODIES): string {
  const print = layout(options);
  addBlock(print, module.body);
  for (const { start, end, message } of module.problems) line(print, `problem ${start}-${end} ${message}`);
  return print.lines.join('\n');
}

export function printBlock(block: Block, options: PrintOptions = WITH_BODIES): string {
  const print = layout(options);
  addBlock(print, block);
  return print.lines.join('\n');
}

/** On one line; the statements of a function or class inside are separated by `;`. */
export function printExpression(expression: Expression, options: PrintOptions = WITH_BODIES): string {
  return expressionText(layout(options), expression);
}

interface Layout extends Printing {
  readonly lines: string[];
  readonly indent: string;
}

function layout(options: PrintOptions): Layout {
  return { bodies: options.bodies, blockLines, lines: [], indent: '' };
}

function blockLines(print: Printing, block: Block): readonly string[] {
  const lines: string[] = [];
  addBlock({ ...print, lines, indent: '' }, block);
  return lines;
}

function line(print: Layout, content: string): void {
  print.lines.push(print.indent + content);
}

// ----------------------------------------------------------------- statements

function addBlock(print: Layout, block: Block): void {
  for (const statement of block) addStatement(print, statement);
}

function addIndented(print: Layout, head: string, block: Block): void {
  line(print, head);
  addBlock(indented(print), block);
}

function indented(print: Layout): Layout {
  return { ...print, indent: `${print.indent}  ` };
}

function addStatement(print: Layout, node: Statement): void {
  switch (node.kind) {
    case 'function-declaration':
      return addFunction(print, node.function);
    case 'class-declaration':
      return addClass(print, node.class);
    case 'if':
      node.branches.forEach(({ test, body }, i) => {
        addIndented(print, `${i === 0 ? 'if' : 'elif'} ${expressionText(print, test)}`, body);
      });
      return addElse(print, node.otherwise);
    case 'while': {
      const head = `${node.testAfter ? 'do-while' : 'while'} ${expressionText(print, node.test)}`;
      addIndented(print, labelled(node.label) + head, node.body);
      if (node.update.length > 0) addIndented(print, 'update', node.update);
      return addElse(print, node.otherwise);
    }
    case 'for-each': {
      const head = `${node.isAsync ? 'async ' : ''}for ${node.over === 'keys' ? 'keys ' : ''}`;
      const loop = `${targetText(print, node.target)} in ${expressionText(print, node.iterable)}`;
      addIndented(print, labelled(node.label) + head + loop, node.body);
      return addElse(print, node.otherwise);
    }
    case 'try':
      return addTry(print, node);
    case 'with': {
      const items = node.items.map(
        (item) => expressionText(print, item.context) + optionalText(' as ', item.target, print),
      );
      return addIndented(print, `${node.isAsync ? 'async ' : ''}with ${items.join(', ')}`, node.body);
    }
    case 'match':
      line(print, `match ${expressionText(print, node.subject)}`);
      for (const branch of node.cases) {
        const guard = optionalText(' if ', branch.guard, print);
        addIndented(indented(print), `case ${patternText(print, branch.pattern)}${guard}`, branch.body);
      }
      return;
    default:
      line(print, simple(print, node));
  }
}

type Simple = Exclude<
  Statement,
  {
    kind:
      | 'function-declaration'
      | 'class-declaration'
      | 'if'
      | 'while'
      | 'for-each'
      | 'try'
      | 'with'
      | 'match';
  }
>;

function simple(print: Layout, node: Simple): string {
  switch (node.kind) {
    case 'expression':
      return expressionText(print, node.expression);
    case 'assign': {
      const targets = node.targets.map((each) => targetText(print, each)).join(' = ');
      return `${targets}${optionalText(': ', node.type, print)} ${node.keepsOld ? '?=' : '='} ${expressionText(print, node.value)}`;
    }
    case 'declare':
      return `declare ${targetText(print, node.target)}${optionalText(': ', node.type, print)}`;
    case 'augmented-assign':
      return `${targetText(print, node.target)} ${node.operator}= ${expressionText(print, node.value)}`;
    case 'delete':
      return `delete ${node.targets.map((each) => targetText(print, each)).join(', ')}`;
    case 'return':
      return `return${optionalText(' ', node.value, print)}`;
    case 'raise':
      return `raise${optionalText(' ', node.exception, print)}${optionalText(' from ', node.cause, print)}`;
    case 'break':
    case 'continue':
      return node.kind + (node.label === undefined ? '' : ` ${node.label}`);
    case 'assert':
      return `assert ${expressionText(print, node.test)}${optionalText(', ', node.message, print)}`;
    case 'import-module': {
      const binding = node.binding === undefined ? '' : ` -> ${node.binding}`;
      return `${node.lazy ? 'lazy ' : ''}import ${node.module.name}${binding} (${node.binds})`;
    }
    case 'export-names': {
      const names = node.names.map(({ name, binding }) =>
        name === binding ? name : `${name} -> ${binding}`,
      );
      const from = node.module ? ` from ${node.module.name}` : '';
      return `export ${node.everything ? '*' : names.join(', ')}${from}`;
    }
    case 'import-names':
      return importNames(node);
    default:
      return unreachable(node);
  }
}

function importNames(node: ImportNamesStatement): string {
  const names = node.names.map(({ name, binding }) => (name === binding ? name : `${name} -> ${binding}`));
  if (node.everything) names.push('*');
  return `${node.lazy ? 'lazy ' : ''}from ${'.'.repeat(node.module.level)}${node.module.name} import ${names.join(', ')}`;
}

function labelled(label: string | undefined): string {
  return label === undefined ? '' : `${label}: `;
}

function addElse(print: Layout, block: Block): void {
  if (block.length > 0) addIndented(print, 'else', block);
}

function addTry(print: Layout, node: TryStatement): void {
  addIndented(print, 'try', node.body);
  for (const handler of node.handlers) {
    const type = optionalText(' ', handler.type, print);
    const head = `except${handler.group ? '*' : ''}${type}${optionalText(' as ', handler.binding, print)}`;
    addIndented(print, head, handler.body);
  }
  addElse(print, node.otherwise);
  if (node.final.length > 0) addIndented(print, 'finally', node.final);
}

// ---------------------------------------------------------------- definitions

function addFunction(print: Layout, node: FunctionNode): void {
  for (const decorator of node.decorators) line(print, `@${expressionText(print, decorator)}`);
  line(print, functionHead(print, node));
  if (!print.bodies) return;
  const body = node.body();
  const scope = scopeNotes(body);
  const inside = indented(print);
  if (scope !== '') line(inside, `# ${scope}`);
  addBlock(inside, body.block);
}

function scopeNotes(body: FunctionBody): string {
  const notes: string[] = [];
  if (body.isGenerator) notes.push('generator');
  if (body.keepsScope) notes.push('keeps scope');
  addNames(notes, 'locals', body.locals);
  addNames(notes, 'globals', body.globals);
  addNames(notes, 'nonlocals', body.nonlocals);
  return notes.join('; ');
}

function addNames(notes: string[], word: string, names: ReadonlySet<string>): void {
  if (names.size > 0) notes.push(`${word} ${[...names].join(', ')}`);
}

function addClass(print: Layout, node: ClassNode): void {
  for (const decorator of node.decorators) line(print, `@${expressionText(print, decorator)}`);
  line(print, classHead(print, node));
  const inside = indented(print);
  if (node.globals.size > 0) line(inside, `# globals ${[...node.globals].join(', ')}`);
  addBlock(inside, node.body);
}
