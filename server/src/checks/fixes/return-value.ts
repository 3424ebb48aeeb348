/** A factory gives back what it built. Must not know which check asks. */
import type { Run } from '../../engine/run.ts';
import type { EnterStep } from '../../engine/steps.ts';
import type { Expression, FunctionNode, ModuleNode } from '../../ir/nodes.ts';
import { type Correction, type CorrectionContext, editsIn } from '../../wiring/correction.ts';
import { inWorkspace, placeIn } from '../../wiring/source.ts';
import { stepsAt } from '../../wiring/step-index.ts';
import type { Contract } from '../../wiring/types.ts';
import { fittingObjects } from './dependency.ts';
import { insertedAfter, standingAt } from './statements.ts';
import { localNames, nameAt, returnsOf, vantageAt } from './vantage.ts';

export interface FactoryCall {
  readonly run: Run;
  readonly contract: Contract;
  readonly module: ModuleNode;
  /** What is handed over: the call, awaited or not. */
  readonly argument: Expression;
}

/** Only for a function that returns nothing at all: where it returns none on purpose, somebody knows why. */
export function* returnCorrections(context: CorrectionContext, call: FactoryCall): Iterable<Correction> {
  const { run, contract } = call;
  const node = factoryOf(call);
  const last = node?.body().block.at(-1);
  const standing = node && last && standingAt(node.module, last);
  const vantage = standing && vantageAt(run, standing, 'behind');
  const writer = node && context.writerOf(node.module);
  if (!node || !last || !vantage || !writer || returnsOf(node.body().block).length > 0) return;
  const fitting = fittingObjects(contract, run, () => false);
  const name = localNames(vantage).find((local) =>
    nameAt(vantage, local).atoms.some((atom) => fitting.some(({ object }) => object === atom)),
  );
  const code = name === undefined ? undefined : [{ kind: 'return', value: name } as const];
  const edit = code && insertedAfter(writer, node.module, last, code);
  if (!edit) return;
  yield {
    title: `Return ${name} from ${node.name}()`,
    applicability: 'needs-review',
    edits: editsIn(node.module, edit),
    wires: contract.point.name,
  };
}

function factoryOf({ run, module, argument }: FactoryCall): FunctionNode | undefined {
  const call = argument.kind === 'await' ? argument.value : argument;
  const step = stepsAt(run, placeIn(module, call)).find((each): each is EnterStep => each.kind === 'enter');
  const node = step?.function.node;
  return node && inWorkspace(placeIn(node.module, node)) ? node : undefined;
}
