/** Parameters of functions and lambdas, and type parameters (Python reference 8.7, 6.14; PEP 570, 646, 695, 696). Must not know statements. */
import { advance } from './lexer.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { identifier, missing, report, reportHere, type Parser } from './parser-state.ts';
import type {
  ExpressionSyntax,
  Identifier,
  ParameterKindSyntax,
  ParameterSyntax,
  TypeParameterSyntax,
} from './syntax.ts';
import * as T from './tokens.ts';

type MutableParameter = { -readonly [K in keyof ParameterSyntax]: ParameterSyntax[K] };

/** What the parameters read so far say about the next one. */
interface ParameterList {
  readonly parameters: MutableParameter[];
  readonly annotated: boolean;
  keywordOnly: boolean;
}

/** `lambda parameters: body`. */
export function parseLambda(p: Parser): ExpressionSyntax {
  const start = p.start;
  advance(p);
  const list: ParameterList = { parameters: [], annotated: false, keywordOnly: false };
  while (p.kind !== T.COLON && parseParameter(p, list)) {
    if (p.kind !== T.COMMA) break;
    advance(p);
  }
  let body: ExpressionSyntax;
  if (p.kind === T.COLON) {
    advance(p);
    body = p.grammar.expression(p);
  } else body = missing(p, 'A lambda needs a colon and a body.');
  return { kind: 'Lambda', start, end: p.prevEnd, parameters: list.parameters, body };
}

/** The parameters of a function from `(` to `)`. */
export function parseParameters(p: Parser): readonly ParameterSyntax[] {
  const open = p.start;
  const list: ParameterList = { parameters: [], annotated: true, keywordOnly: false };
  advance(p);
  while (p.kind !== T.RPAR) {
    parseParameter(p, list);
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RPAR && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
  return list.parameters;
}

/** @returns whether anything of a parameter stood there. */
function parseParameter(p: Parser, list: ParameterList): boolean {
  if (p.kind === T.SLASH) {
    advance(p);
    for (const parameter of list.parameters)
      if (parameter.kind === 'normal') parameter.kind = 'positional-only';
    return true;
  }
  let kind: ParameterKindSyntax = list.keywordOnly ? 'keyword-only' : 'normal';
  if (p.kind === T.STAR) {
    advance(p);
    list.keywordOnly = true;
    if (p.kind === T.COMMA) return true;
    kind = 'var-positional';
  } else if (p.kind === T.DOUBLESTAR) {
    advance(p);
    kind = 'var-keyword';
  }
  if (p.kind !== T.NAME) {
    reportHere(p, 'A parameter is missing here.');
    return false;
  }
  list.parameters.push(namedParameter(p, kind, list.annotated));
  return true;
}

function namedParameter(p: Parser, kind: ParameterKindSyntax, annotated: boolean): MutableParameter {
  const name = identifier(p);
  advance(p);
  let annotation: ExpressionSyntax | undefined;
  if (annotated && p.kind === T.COLON) {
    advance(p);
    annotation = p.grammar.element(p);
  }
  const end = p.prevEnd;
  let defaultValue: ExpressionSyntax | undefined;
  if (p.kind === T.ASSIGN) {
    advance(p);
    defaultValue = p.grammar.expression(p);
  }
  return { start: name.start, end, name, kind, annotation, defaultValue };
}

/** `[T: bound = default, *Ts, **P]` if one stands here, else none. */
export function parseTypeParameters(p: Parser): readonly TypeParameterSyntax[] {
  if (p.kind !== T.LSQB) return NO_TYPE_PARAMETERS;
  const open = p.start;
  const parameters: TypeParameterSyntax[] = [];
  advance(p);
  while (p.kind !== T.RSQB) {
    const parameter = parseTypeParameter(p);
    if (parameter !== undefined) parameters.push(parameter);
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RSQB && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
  return parameters;
}

const NO_TYPE_PARAMETERS: readonly TypeParameterSyntax[] = [];

function parseTypeParameter(p: Parser): TypeParameterSyntax | undefined {
  const start = p.start;
  if (p.kind === T.STAR || p.kind === T.DOUBLESTAR) advance(p);
  if (p.kind !== T.NAME) {
    report(p, p.start, p.end, 'A type parameter is missing here.');
    return undefined;
  }
  const name: Identifier = identifier(p);
  advance(p);
  let bound: ExpressionSyntax | undefined;
  let defaultValue: ExpressionSyntax | undefined;
  if (p.kind === T.COLON) {
    advance(p);
    bound = p.grammar.expression(p);
  }
  if (p.kind === T.ASSIGN) {
    advance(p);
    defaultValue = p.grammar.element(p);
  }
  return { start, end: p.prevEnd, name, bound, defaultValue };
}
