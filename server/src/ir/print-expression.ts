/** Expressions, targets and patterns as text on one line. Must not know how blocks are laid out: that is handed in. */
import { unreachable } from '../base/never.ts';
import type {
  Argument,
  Block,
  ClassNode,
  ComprehensionExpression,
  Expression,
  FunctionNode,
  Parameter,
  Pattern,
  Target,
} from './nodes.ts';

/** What printing needs at every node. */
export interface Printing {
  /** Whether bodies of functions are printed, and so read and lowered. */
  readonly bodies: boolean;
  /** The statements of a block as lines. */
  readonly blockLines: (print: Printing, block: Block) => readonly string[];
}

export function expressionText(print: Printing, node: Expression): string {
  switch (node.kind) {
    case 'constant':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value ?? node.type);
    case 'name':
      return node.name;
    case 'attribute':
      return `${expressionText(print, node.object)}${node.optional ? '?.' : '.'}${node.name}`;
    case 'index':
      return `${expressionText(print, node.object)}${node.optional ? '?.' : ''}[${expressionText(print, node.index)}]`;
    case 'slice':
      return `${optionalText('', node.lower, print)}:${optionalText('', node.upper, print)}${optionalText(':', node.step, print)}`;
    case 'call': {
      const callee = expressionText(print, node.callee);
      return `${node.construct ? 'new ' : ''}${callee}${node.optional ? '?.' : ''}(${argumentsText(print, node.args)})`;
    }
    case 'await':
      return `(await ${expressionText(print, node.value)})`;
    case 'yield':
      return `(yield${node.delegate ? ' from' : ''}${optionalText(' ', node.value, print)})`;
    case 'unary':
      return `(${node.operator} ${expressionText(print, node.operand)})`;
    case 'binary':
    case 'compare': {
      const rest = node.rest.map(({ operator, operand }) => ` ${operator} ${expressionText(print, operand)}`);
      return `(${expressionText(print, node.first)}${rest.join('')})`;
    }
    case 'logical':
      return `(${expressionsText(print, node.operands, ` ${node.operator} `)})`;
    case 'conditional':
      return `(if ${expressionText(print, node.test)} then ${expressionText(print, node.then)} else ${expressionText(print, node.otherwise)})`;
    case 'bind':
      return `(${targetText(print, node.target)} := ${expressionText(print, node.value)})`;
    case 'spread':
      return `*${expressionText(print, node.value)}`;
    case 'import':
      return `import ${node.gives} ${expressionText(print, node.module)}`;
    case 'missing':
      return `missing<${node.reason}>`;
    default:
      return aggregateText(print, node);
  }
}

type Aggregate = Extract<
  Expression,
  { kind: 'function' | 'class' | 'sequence' | 'mapping' | 'comprehension' | 'template' | 'super' }
>;

function aggregateText(print: Printing, node: Aggregate): string {
  switch (node.kind) {
    case 'function':
      return inlineFunctionText(print, node.function);
    case 'class':
      return inlineText(print, classHead(print, node.class), node.class.body);
    case 'sequence':
      return `${node.type}(${expressionsText(print, node.elements, ', ')})`;
    case 'mapping': {
      const entries = node.entries.map(({ key, value }) =>
        key === undefined
          ? `**${expressionText(print, value)}`
          : `${expressionText(print, key)}: ${expressionText(print, value)}`,
      );
      return `${node.shape}(${entries.join(', ')})`;
    }
    case 'comprehension':
      return comprehensionText(print, node);
    case 'template':
      return `template(${expressionsText(print, node.parts, ', ')})`;
    case 'super':
      return `super<${optionalText('', node.type, print)}${optionalText(', ', node.instance, print)}>`;
    default:
      return unreachable(node);
  }
}

function comprehensionText(print: Printing, node: ComprehensionExpression): string {
  const clauses = node.clauses.map((clause) => {
    const word = clause.isAsync ? ' async for' : ' for';
    const conditions = clause.conditions.map((each) => ` if ${expressionText(print, each)}`).join('');
    return `${word} ${targetText(print, clause.target)} in ${expressionText(print, clause.iterable)}${conditions}`;
  });
  const element = `${node.key === undefined ? '' : `${expressionText(print, node.key)}: `}${expressionText(print, node.element)}`;
  return `${node.result}(${element}${clauses.join('')}; locals ${[...node.locals].join(', ')})`;
}

function expressionsText(print: Printing, nodes: readonly Expression[], separator: string): string {
  return nodes.map((node) => expressionText(print, node)).join(separator);
}

export function argumentsText(print: Printing, nodes: readonly Argument[]): string {
  return nodes.map((node) => argumentText(print, node)).join(', ');
}

function argumentText(print: Printing, node: Argument): string {
  const prefix = node.spread === 'none' ? '' : node.spread === 'sequence' ? '*' : '**';
  return `${node.name === undefined ? '' : `${node.name}=`}${prefix}${expressionText(print, node.value)}`;
}

/** `prefix` and the node, or nothing where there is none. */
export function optionalText(prefix: string, node: Expression | Target | undefined, print: Printing): string {
  return node === undefined ? '' : prefix + targetText(print, node);
}

// ------------------------------------------------------- targets and patterns

export function targetText(print: Printing, node: Expression | Target): string {
  switch (node.kind) {
    case 'sequence-target':
      return `[${node.elements.map((each) => targetText(print, each)).join(', ')}]`;
    case 'object-target': {
      const parts = node.properties.map(
        (each) => `${expressionText(print, each.key)}: ${targetText(print, each.target)}`,
      );
      if (node.rest !== undefined) parts.push(`*${targetText(print, node.rest)}`);
      return `{${parts.join(', ')}}`;
    }
    case 'rest-target':
      return `*${targetText(print, node.target)}`;
    case 'default-target':
      return `${targetText(print, node.target)} = ${expressionText(print, node.value)}`;
    default:
      return expressionText(print, node);
  }
}

/** A name alone captures; a value to compare with stands behind `==`. */
export function patternText(print: Printing, node: Pattern): string {
  switch (node.kind) {
    case 'any':
      return '_';
    case 'value':
      return `== ${expressionText(print, node.value)}`;
    case 'capture':
      return node.pattern === undefined ? node.name : `(${patternText(print, node.pattern)} as ${node.name})`;
    case 'or':
      return `(${patternsText(print, node.alternatives, ' | ')})`;
    case 'sequence':
      return `[${patternsText(print, node.elements, ', ')}]`;
    case 'rest':
      return `*${node.name ?? '_'}`;
    case 'mapping': {
      const parts = node.entries.map(
        (each) => `${expressionText(print, each.key)}: ${patternText(print, each.pattern)}`,
      );
      if (node.rest !== undefined) parts.push(`**${node.rest}`);
      return `{${parts.join(', ')}}`;
    }
    case 'class': {
      const named = node.named.map((each) => `${each.name}=${patternText(print, each.pattern)}`);
      const positional = node.positional.map((each) => patternText(print, each));
      return `${expressionText(print, node.class)}(${[...positional, ...named].join(', ')})`;
    }
    default:
      return unreachable(node);
  }
}

function patternsText(print: Printing, nodes: readonly Pattern[], separator: string): string {
  return nodes.map((node) => patternText(print, node)).join(separator);
}

// ---------------------------------------------------------------- definitions

export function functionHead(print: Printing, node: FunctionNode): string {
  const word = node.form === 'declaration' ? 'function' : node.form;
  const name = node.form === 'lambda' ? '' : ` ${node.name}`;
  const parameters = node.parameters.map((each) => parameterText(print, each)).join(', ');
  const returns = optionalText(' -> ', node.returnType, print);
  return `${node.isAsync ? 'async ' : ''}${word}${name}(${parameters})${returns}`;
}

function parameterText(print: Printing, node: Parameter): string {
  const name = node.pattern === undefined ? node.name : targetText(print, node.pattern);
  const type = optionalText(': ', node.type, print);
  return PARAMETER_PREFIXES[node.kind] + name + type + optionalText(' = ', node.defaultValue, print);
}

const PARAMETER_PREFIXES: Readonly<Record<Parameter['kind'], string>> = {
  'positional-only': 'positional ',
  normal: '',
  'named-only': 'named ',
  rest: '*',
  'named-rest': '**',
};

export function classHead(print: Printing, node: ClassNode): string {
  return `class ${node.name}(${argumentsText(print, node.bases)})`;
}

/** A function or class among expressions, on one line. */
function inlineText(print: Printing, head: string, block: Block): string {
  const lines = print.blockLines(print, block);
  return `(${head} { ${lines.map((each) => each.trim()).join('; ')} })`;
}

function inlineFunctionText(print: Printing, node: FunctionNode): string {
  const head = functionHead(print, node);
  return print.bodies ? inlineText(print, head, node.body().block) : `(${head})`;
}
