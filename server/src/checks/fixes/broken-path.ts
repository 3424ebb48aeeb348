/** A condition that is false for good, because of a name that is not there or an object that counts as empty. Must not know which check asks. */
import type { ClassObject, Place } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { BranchStep } from '../../engine/steps.ts';
import type { Block, Expression } from '../../ir/nodes.ts';
import { forEachExpression } from '../../ir/walk.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { type Correction, type CorrectionContext, editsIn, replaced } from '../../wiring/correction.ts';
import { around } from '../../wiring/source.ts';
import type { Contract } from '../../wiring/types.ts';
import { standingAt } from './statements.ts';
import { valueAt, vantageAt } from './vantage.ts';

export interface BrokenPath {
  readonly run: Run;
  readonly contract: Contract;
  /** The decided conditions on the way. */
  readonly steps: readonly BranchStep[];
  /** The call that never runs. */
  readonly place: Place;
}

/** The component is reached by the name that it has. */
export function* attributeCorrections(context: CorrectionContext, broken: BrokenPath): Iterable<Correction> {
  const { run, contract, steps, place } = broken;
  for (const { reason } of steps) {
    if (reason.kind !== 'missing-attribute') continue;
    for (const name of attributesHolding(run, reason.class, contract)) {
      const edits = renamed(around(place.module, place.start).block, place, reason.attribute, name);
      if (edits.length === 0 || context.writerOf(place.module) === undefined) continue;
      yield {
        title: `Use ${name}, which ${reason.class.name} has, instead of ${reason.attribute}`,
        applicability: 'needs-review',
        edits: editsIn(place.module, ...edits),
        wires: contract.point.name,
      };
    }
  }
}

/** Attributes of instances of a class that hold the component. */
function attributesHolding(run: Run, type: ClassObject, contract: Contract): readonly string[] {
  const names = new Set<string>();
  for (const step of run.trace.steps) {
    if (step.kind !== 'create' || step.object.kind !== 'instance' || step.object.class !== type) continue;
    for (const [name, { value }] of run.heap.slots(step.object.id)) {
      const holds = value.atoms.some(
        (atom) => atom.kind === 'instance' && atom.class.mro.some(({ node }) => node === contract.definition),
      );
      if (holds) names.add(name);
    }
  }
  return [...names];
}

/** Every mention of a name in a function: attributes, and texts that are nothing else. */
export function renamed(block: Block, { module }: Place, old: string, name: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  forEachExpression(block, (e) => {
    if (e.kind === 'attribute' && e.name === old)
      edits.push(replaced({ start: e.nameStart, end: e.nameStart + old.length }, name));
    if (e.kind !== 'constant' || e.value !== old) return;
    const at = module.text.slice(e.start, e.end).indexOf(old);
    if (at >= 0) edits.push(replaced({ start: e.start + at, end: e.start + at + old.length }, name));
  });
  return edits;
}

/** An object is asked whether it is there, not whether it counts as true. */
export function* presenceCorrections(context: CorrectionContext, broken: BrokenPath): Iterable<Correction> {
  const { run, contract, steps } = broken;
  for (const { place, truth } of steps) {
    const standing = truth === 'false' ? standingAt(place.module, place) : undefined;
    const vantage = standing && vantageAt(run, standing, 'before');
    const writer = context.writerOf(place.module);
    if (!standing || !vantage || !writer) continue;
    const edits = operandsAt(place).flatMap((operand): TextEdit[] => {
      const { atoms } = valueAt(vantage, operand);
      if (atoms.length === 0 || !atoms.every(({ kind }) => kind === 'instance')) return [];
      const expression = place.module.text.slice(operand.start, operand.end);
      return [replaced(operand, writer.test({ expression, is: 'not-none' }))];
    });
    if (edits.length === 0) continue;
    yield {
      title: 'Ask whether it is there, not whether it is empty',
      applicability: 'safe',
      edits: editsIn(place.module, ...edits),
      wires: contract.point.name,
    };
  }
}

/** Names and attributes whose truth a condition asks for. */
function operandsAt(place: Place): readonly Expression[] {
  let found: Expression | undefined;
  forEachExpression(around(place.module, place.start).block, (e) => {
    if (e.start === place.start && e.end === place.end) found ??= e;
  });
  const operands =
    found?.kind === 'logical' && found.operator === 'and' ? found.operands : found ? [found] : [];
  return operands.filter(({ kind }) => kind === 'name' || kind === 'attribute');
}
