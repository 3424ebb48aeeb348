/** A call that fails for a name: the method's, or a parameter's that it leaves out. Must not know which check asks. */
import type { Place } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { RaiseStep } from '../../engine/steps.ts';
import type { CallExpression, FunctionNode } from '../../ir/nodes.ts';
import { type Correction, type CorrectionContext, editsIn, replaced } from '../../wiring/correction.ts';
import type { Contract } from '../../wiring/types.ts';
import { standingAt } from './statements.ts';
import { nameAt, type Vantage, vantageAt } from './vantage.ts';

export interface FailingCall {
  readonly run: Run;
  readonly contract: Contract;
  readonly step: RaiseStep;
  /** The name that is called. */
  readonly name: Place;
  readonly call: CallExpression;
}

export function* nameCorrections(context: CorrectionContext, failing: FailingCall): Iterable<Correction> {
  const { contract, step, name } = failing;
  const { cause } = step;
  if (cause.kind === 'missing-attribute' && cause.attribute !== contract.point.name) {
    yield {
      title: `Call ${contract.point.name}() instead`,
      applicability: 'needs-review',
      edits: editsIn(name.module, replaced(name, contract.point.name)),
      wires: contract.point.name,
    };
  }
  if (cause.kind === 'argument-mismatch' && cause.callee.kind === 'function')
    yield* argumentCorrections(context, failing, cause.callee.node);
}

/** Parameters that are left out and whose very names are in reach. */
function* argumentCorrections(
  context: CorrectionContext,
  { run, contract, name, call }: FailingCall,
  callee: FunctionNode,
): Iterable<Correction> {
  const standing = standingAt(name.module, call);
  const vantage = standing && vantageAt(run, standing, 'before');
  const writer = context.writerOf(name.module);
  if (!vantage || !writer || call.args.some(({ spread }) => spread !== 'none')) return;
  const missing = leftOut(callee, call).filter((parameter) => isThere(vantage, parameter));
  const added = missing.map((parameter) => writer.namedArgument(parameter, parameter));
  if (added.length === 0 || added.includes(undefined)) return;
  const last = call.args.at(-1);
  const at = last ? last.end : call.end - 1;
  yield {
    title: `Pass ${missing.join(' and ')} as well`,
    applicability: 'needs-review',
    edits: editsIn(name.module, replaced({ start: at, end: at }, `${last ? ', ' : ''}${added.join(', ')}`)),
    wires: contract.point.name,
  };
}

function leftOut({ parameters, form, module }: FunctionNode, call: CallExpression): readonly string[] {
  const receiver = form === 'method' && module.dialect.receiver === 'first-parameter' ? 1 : 0;
  const named = call.args.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const positional = call.args.length - named.length;
  return parameters
    .slice(receiver + positional)
    .filter(({ name, defaultValue, kind }) => {
      const isRest = kind === 'rest' || kind === 'named-rest';
      return !isRest && defaultValue === undefined && !named.includes(name);
    })
    .map(({ name }) => name);
}

function isThere(vantage: Vantage, name: string): boolean {
  return nameAt(vantage, name).atoms.length > 0;
}
