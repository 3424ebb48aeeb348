/** Python's operators, displays and parameter kinds in the words of the IR. Must not know trees. */
import type {
  CompareOperator,
  ComprehensionExpression,
  ParameterKind,
  SequenceExpression,
  UnaryExpression,
} from '../../ir/nodes.ts';
import type { CompareOperatorSyntax, ParameterKindSyntax } from './syntax.ts';

export const COMPARE_OPERATORS: Readonly<Record<CompareOperatorSyntax, CompareOperator>> = {
  '==': 'equal',
  '!=': 'not-equal',
  '<': 'less',
  '<=': 'less-equal',
  '>': 'greater',
  '>=': 'greater-equal',
  is: 'identical',
  'is not': 'not-identical',
  in: 'in',
  'not in': 'not-in',
};

export const UNARY_OPERATORS: Readonly<Record<'not' | '-' | '+' | '~', UnaryExpression['operator']>> = {
  not: 'not',
  '-': 'negate',
  '+': 'plus',
  '~': 'invert',
};

export const PARAMETER_KINDS: Readonly<Record<ParameterKindSyntax, ParameterKind>> = {
  'positional-only': 'positional-only',
  normal: 'normal',
  'keyword-only': 'named-only',
  'var-positional': 'rest',
  'var-keyword': 'named-rest',
};

export const SEQUENCE_TYPES: Readonly<Record<'List' | 'Tuple' | 'Set', SequenceExpression['type']>> = {
  List: 'list',
  Tuple: 'tuple',
  Set: 'set',
};

export const COMPREHENSION_RESULTS: Readonly<
  Record<'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp', ComprehensionExpression['result']>
> = { ListComp: 'list', SetComp: 'set', DictComp: 'mapping', GeneratorExp: 'generator' };
