/** The argument that a creating call leaves out. Must not know which check asks. */
import type { Run } from '../../engine/run.ts';
import { type Correction, type CorrectionContext, editsIn, replaced } from '../../wiring/correction.ts';
import { callAt } from '../../wiring/source.ts';
import type { Contract, Held } from '../../wiring/types.ts';
import { fittingObjects } from './dependency.ts';
import { importEdits } from './imports.ts';
import { referencesTo } from './in-scope.ts';
import { standingAt } from './statements.ts';
import { vantageAt } from './vantage.ts';

/** More ways to name the dependency than this are not tried. */
const MAX_REFERENCES = 3;

export function* argumentCorrections(
  context: CorrectionContext,
  run: Run,
  contract: Contract,
  { object }: Held,
): Iterable<Correction> {
  const { parameter, kind } = contract.point;
  const call = kind === 'constructor' && object.kind === 'instance' ? callAt(object.site) : undefined;
  if (!call || parameter === undefined || object.kind !== 'instance') return;
  const { module } = object.site;
  const standing = standingAt(module, call);
  const vantage = standing && vantageAt(run, standing, 'before');
  const writer = context.writerOf(module);
  if (!vantage || !writer) return;
  const fitting = fittingObjects(contract, run, (other) => other === object);
  const best = fitting.filter(({ score }) => score === fitting[0]?.score);
  const references = referencesTo(vantage, (atom) => best.some((fit) => fit.object === atom));
  const isNext = contract.point.function?.parameters[call.args.length]?.name === parameter;
  for (const { text, imported } of references.slice(0, MAX_REFERENCES)) {
    const argument = writer.namedArgument(parameter, text) ?? (isNext ? text : undefined);
    const added = imported ? importEdits(context, module, imported) : [];
    if (argument === undefined || !added) continue;
    const last = call.args.at(-1);
    const at = last ? last.end : call.end - 1;
    yield {
      title: `Pass ${text} as ${parameter}`,
      applicability: 'needs-review',
      edits: editsIn(module, replaced({ start: at, end: at }, last ? `, ${argument}` : argument), ...added),
      wires: contract.point.name,
    };
  }
}
