/** Startup fails where it silently went on. Must not know which check asks. */
import type { GuardLink } from '../../engine/guards.ts';
import type { Place } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import { contains, type Span } from '../../base/span.ts';
import type { Block, Handler, IfStatement, ModuleNode } from '../../ir/nodes.ts';
import type { Written } from '../../ir/source-writer.ts';
import { layoutAt } from '../../source/layout.ts';
import type { TextEdit } from '../../source/text-edits.ts';
import { type Correction, type CorrectionContext, editsIn } from '../../wiring/correction.ts';
import type { Contract, Held } from '../../wiring/types.ts';
import { type Failing, failure, type Writing, writingAt } from './hand-over.ts';
import { startupSpots } from './insert-injection.ts';
import { referencesTo } from './in-scope.ts';
import {
  ancestors,
  appended,
  insertedAfter,
  insertedBefore,
  replacedBy,
  type Standing,
  standingAt,
} from './statements.ts';
import { vantageAt } from './vantage.ts';

export interface Skipping {
  readonly run: Run;
  readonly contract: Contract;
}

function writingBefore(
  context: CorrectionContext,
  { run, contract }: Skipping,
  standing: Standing,
): Writing | undefined {
  return writingAt(context, contract, standing.module, vantageAt(run, standing, 'before'));
}

// ----------------------------------------------------------------- conditions

/** The side of a condition that goes on without the injection raises. */
export function* conditionCorrections(
  context: CorrectionContext,
  skipping: Skipping,
  guard: Pick<GuardLink, 'place' | 'taken'>,
): Iterable<Correction> {
  const standing = ifAround(guard.place);
  const writing = standing && writingBefore(context, skipping, standing);
  const failing = writing && failure(writing);
  if (!standing || !writing || !failing) return;
  const edit = guard.taken
    ? elseRaises(writing, standing, guard.place, failing.code)
    : branchRaises(writing, standing, guard.place, failing.code);
  if (edit) yield failFast(skipping.contract, standing.module, edit, failing);
}

function failFast(
  contract: Contract,
  module: ModuleNode,
  edit: TextEdit,
  { code, imports }: Failing,
): Correction {
  return {
    title: `Fail startup with ${code.kind === 'raise' ? code.error : 'an error'} when ${contract.name} stays without its ${contract.point.attribute}`,
    applicability: 'needs-review',
    edits: editsIn(module, edit, ...imports),
    wires: contract.point.name,
    mayRefuse: true,
  };
}

interface IfStanding extends Standing {
  readonly statement: IfStatement;
}

function ifAround(place: Place): IfStanding | undefined {
  const standing = standingAt(place.module, place);
  for (const each of standing ? [standing, ...ancestors(standing)] : []) {
    const { statement } = each;
    if (statement.kind === 'if' && statement.branches.some(({ test }) => contains(test, place)))
      return { ...each, statement };
  }
  return undefined;
}

/** The injection is behind the condition: what is otherwise done ends in the error. */
function elseRaises(
  { writer }: Writing,
  { module, statement }: IfStanding,
  condition: Span,
  code: Written,
): TextEdit | undefined {
  const last = statement.branches.at(-1);
  if (!last || !contains(last.test, condition)) return undefined;
  const { otherwise } = statement;
  if (otherwise.length > 0) return leaving(writer, module, otherwise, statement, code);
  // An `else` without a statement in it is a placeholder.
  const filled = /\belse\b/.test(module.text.slice(last.body.at(-1)?.end ?? statement.end, statement.end))
    ? writer.fillBlock(module.text, statement, [code], layoutAt(module.text, statement.start))
    : undefined;
  return filled ?? writer.addElse(module.text, statement, [code], layoutAt(module.text, statement.start));
}

/** The injection is past the condition: the branch that leaves before it raises instead. */
function branchRaises(
  { writer }: Writing,
  { module, statement }: IfStanding,
  condition: Span,
  code: Written,
): TextEdit | undefined {
  const index = statement.branches.findIndex(({ test }) => contains(test, condition));
  const branch = statement.branches[index];
  if (!branch) return undefined;
  const isLast = index === statement.branches.length - 1 && statement.otherwise.length === 0;
  if (branch.body.length === 0 && !isLast) return undefined;
  return leaving(writer, module, branch.body, statement, code);
}

/** At the end of a block, in the place of a statement that leaves it. */
function leaving(
  writer: Writing['writer'],
  module: ModuleNode,
  block: Block,
  owner: Span,
  code: Written,
): TextEdit | undefined {
  const last = block.at(-1);
  const leaves = last && (last.kind === 'return' || last.kind === 'continue' || last.kind === 'break');
  return leaves ? replacedBy(writer, module, last, [code]) : appended(writer, module, block, owner, [code]);
}

// ------------------------------------------------------------------- handlers

/** A handler that went on raises. */
export function* handlerCorrections(
  context: CorrectionContext,
  skipping: Skipping,
  module: ModuleNode,
  handler: Handler,
): Iterable<Correction> {
  const standing = standingAt(module, { start: handler.start, end: handler.start });
  const writing = standing && writingBefore(context, skipping, standing);
  const cause = handler.binding?.kind === 'name' ? handler.binding.name : undefined;
  const failing = writing && failure(writing, cause);
  if (!writing || !failing) return;
  const edit = leaving(writing.writer, module, handler.body, handler, failing.code);
  if (edit) yield failFast(skipping.contract, module, edit, failing);
}

// --------------------------------------------------------------------- checks

/** Startup looks, before it serves, whether the component has its dependency. */
export function* healthCheckCorrections(
  context: CorrectionContext,
  skipping: Skipping,
  { object }: Held,
): Iterable<Correction> {
  const { run, contract } = skipping;
  for (const { standing, where } of startupSpots(run)) {
    const writing = writingAt(context, contract, standing.module, vantageAt(run, standing, where));
    const failing = writing && failure(writing);
    if (!writing || !failing) continue;
    const component = referencesTo(writing.vantage, (atom) => atom === object).find(
      ({ imported }) => !imported,
    );
    if (!component) continue;
    const expression = `${component.text}.${contract.point.attribute}`;
    const code: Written = {
      kind: 'if',
      test: { expression, is: 'none' },
      then: [failing.code],
      otherwise: [],
    };
    const insert = where === 'before' ? insertedBefore : insertedAfter;
    const edit = insert(writing.writer, standing.module, standing.statement, [code]);
    if (edit) yield healthCheck(contract, standing.module, expression, [edit, ...failing.imports]);
  }
}

function healthCheck(
  contract: Contract,
  module: ModuleNode,
  expression: string,
  edits: readonly TextEdit[],
): Correction {
  return {
    title: `Check ${expression} before the application serves`,
    applicability: 'needs-review',
    edits: editsIn(module, ...edits),
    wires: contract.point.name,
  };
}
