/**
 * Code that hands a dependency over: the call, or the assignment, and where the dependency may be missing the branch that lets
 * startup fail. Must not know where the code goes.
 */
import type { ModuleNode } from '../../ir/nodes.ts';
import type { SourceWriter, Written } from '../../ir/source-writer.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import type { Contract } from '../../wiring/types.ts';
import * as words from '../../wiring/words.ts';
import type { CorrectionContext } from '../../wiring/correction.ts';
import { importEdits } from './imports.ts';
import type { Reference } from './in-scope.ts';
import { startupError } from './startup-error.ts';
import type { Vantage } from './vantage.ts';

export interface HandOver {
  readonly code: readonly Written[];
  /** Imports that the code needs. */
  readonly imports: readonly TextEdit[];
}

export interface Writing {
  readonly context: CorrectionContext;
  readonly writer: SourceWriter;
  readonly vantage: Vantage;
  readonly contract: Contract;
}

/** `undefined` where the injection point takes more than the dependency, or has to be awaited where nothing can be. */
export function handOver(
  writing: Writing,
  receiver: string | undefined,
  dependency: Reference,
): HandOver | undefined {
  const direct = dependency.certain ? injection(writing, receiver, dependency.text) : undefined;
  const imports = importsOf(writing, dependency);
  if (!imports) return undefined;
  if (direct) return { code: [direct], imports };
  const name = localName(writing, dependency);
  const call = injection(writing, receiver, name ?? dependency.text);
  const failing = failure(writing);
  if (!call || !failing) return undefined;
  const code: Written[] = [];
  if (name !== undefined && name !== dependency.text)
    code.push({ kind: 'assign', target: name, value: dependency.text, declares: true });
  code.push({
    kind: 'if',
    test: { expression: name ?? dependency.text, is: 'not-none' },
    then: [call],
    otherwise: [failing.code],
  });
  return { code, imports: [...imports, ...failing.imports] };
}

function importsOf({ context, vantage }: Writing, { imported }: Reference): readonly TextEdit[] | undefined {
  return imported ? importEdits(context, vantage.node, imported) : [];
}

/** The call or assignment that injects. `receiver` is what it is made on; absent for a module's own function. */
function injection(writing: Writing, receiver: string | undefined, argument: string): Written | undefined {
  const { point } = writing.contract;
  if (point.kind === 'constructor') return undefined;
  const target = receiver === undefined ? point.name : `${receiver}.${point.name}`;
  if (point.kind === 'attribute') return { kind: 'assign', target, value: argument, declares: false };
  const args = argumentsFor(writing, argument);
  if (args === undefined) return undefined;
  const isAsync = point.function?.isAsync === true;
  if (isAsync && writing.vantage.function?.isAsync !== true) return undefined;
  return { kind: 'expression', text: `${isAsync ? 'await ' : ''}${target}(${args})` };
}

/** The argument alone, by name where it cannot go by position; `undefined` where other arguments are needed. */
function argumentsFor({ contract, writer }: Writing, argument: string): string | undefined {
  const { function: fn, parameter, kind } = contract.point;
  if (!fn) return argument;
  const receiver =
    fn.form === 'method' && fn.module.dialect.receiver === 'first-parameter' && kind !== 'module-setter'
      ? 1
      : 0;
  const own = fn.parameters.slice(receiver);
  const index = own.findIndex(({ name }) => name === parameter);
  const others = own.filter(
    (each, at) =>
      at !== index && each.defaultValue === undefined && each.kind !== 'rest' && each.kind !== 'named-rest',
  );
  const taken = own[index];
  if (others.length > 0 || !taken) return undefined;
  if (index === 0 && taken.kind !== 'named-only') return argument;
  return writer.namedArgument(taken.name, argument);
}

/** A new variable for what is not a plain name; `undefined` where the good names are taken: then the expression is written twice. */
function localName({ vantage, contract }: Writing, { text }: Reference): string | undefined {
  if (/^\w+$/.test(text)) return text;
  const last = /(\w+)$/.exec(text)?.[1];
  const names = [last, contract.point.attribute.replace(/^_+/, ''), contract.point.parameter];
  return names.find((name) => name !== undefined && isFree(vantage, name));
}

function isFree({ function: fn, run, module }: Vantage, name: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(name)) return false;
  const taken = fn ? fn.body().locals.has(name) || fn.body().globals.has(name) : false;
  return !taken && run.heap.slot(module.id, name) === undefined;
}

export interface Failing {
  readonly code: Written;
  readonly imports: readonly TextEdit[];
}

/** Raises the project's own startup error, saying what is missing. `cause` names the exception that is being handled. */
export function failure(
  writing: Omit<Writing, 'contract'> & { readonly contract: Contract },
  cause?: string,
): Failing | undefined {
  const { contract, writer, context, vantage } = writing;
  const error = startupError(vantage);
  const message = `${contract.name} cannot start without its ${words.needOf(contract).replaceAll('`', '')}`;
  const code: Written = { kind: 'raise', error: error?.name ?? writer.standardError, message, cause };
  if (!error?.from) return { code, imports: [] };
  const imports = importEdits(context, vantage.node, { name: error.name, from: error.from });
  return imports && { code, imports };
}

/** What a writing needs at a place; `undefined` for a language that nobody writes. */
export function writingAt(
  context: CorrectionContext,
  contract: Contract,
  node: ModuleNode,
  vantage: Vantage | undefined,
): Writing | undefined {
  const writer = context.writerOf(node);
  return writer && vantage && { context, writer, vantage, contract };
}
