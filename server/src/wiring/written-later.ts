/** Whether something that is none when the application serves need not stay so. By name, so rather too often. Must not know events. */
import type { Run } from '../engine/run.ts';
import type { Expression, FunctionNode } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import { isNone as isNoneExpression } from './classes.ts';
import type { CodeIndex } from './code-index.ts';
import type { CallSite } from './module-index.ts';
import type { Evaluation } from './evaluate.ts';
import { factsOf, receiverName } from './facts.ts';
import { type Holder, type Hop, follow } from './held-value.ts';
import { calleeOf } from './source.ts';

/** Whether code that may still run stores something in the attribute of that object. */
export function isWrittenLater(evaluation: Evaluation, run: Run, { owner, attribute }: Hop): boolean {
  const { code } = evaluation;
  const mayRun = (node: FunctionNode | undefined): boolean =>
    node === undefined || evaluation.live().has(node);
  const fromOutside = code
    .assignmentsTo(attribute)
    .some((site) => mayRun(site.function) && mayBe(evaluation, run, site, owner));
  if (fromOutside) return true;
  const bare = owner.kind === 'module';
  return code.functionsNaming(attribute).some(({ node }) => {
    if (bare && node.module !== owner.node) return false;
    const stores = factsOf(node).stores.some(
      (stored) =>
        stored.attribute === attribute &&
        stored.owner === (bare ? 'name' : 'receiver') &&
        !isNoneExpression(stored.value),
    );
    return stores && isOfOwner(code, node, owner) && mayRun(node) && !isConstructor(node, owner);
  });
}

/** Constructors have run already. */
function isConstructor(node: FunctionNode, owner: Holder): boolean {
  return owner.kind === 'instance' && node.name === node.module.dialect.names.constructor;
}

function isOfOwner(code: CodeIndex, node: FunctionNode, owner: Holder): boolean {
  if (owner.kind === 'module') return true;
  const mro = owner.kind === 'instance' ? owner.class.mro : owner.mro;
  const around = code.functionsNamedIn(node.module, node.name).find((found) => found.node === node)?.class;
  return around === undefined || mro.some((base) => base.node === around);
}

/** Whether what an assignment stores into may be the object: not where the function has just made another one. */
function mayBe(evaluation: Evaluation, run: Run, site: CallSite, owner: Holder): boolean {
  const { receiver, function: node } = site;
  if (!receiver || !node) return true;
  if (receiver.kind === 'name' && isMadeHere(node, receiver.name)) return false;
  const around = evaluation.code
    .functionsNamedIn(node.module, node.name)
    .find((found) => found.node === node)?.class;
  if (around && receiver.kind === 'name' && receiver.name === receiverName(node))
    return isOfOwner(evaluation.code, node, owner);
  const objects = around ? (evaluation.created(run).get(around) ?? []) : [];
  if (objects.length === 0) return true;
  return objects.some((object) => {
    const { value } = follow(
      { run, function: node, receiver: { atoms: [object] }, args: new Map() },
      receiver,
    );
    return value === undefined || value.atoms.some((atom) => atom === owner || atom.kind === 'unknown');
  });
}

/** Whether a local is only ever assigned new objects, or nothing. */
function isMadeHere(node: FunctionNode, name: string): boolean {
  if (node.parameters.some((parameter) => parameter.name === name)) return false;
  const values: Expression[] = [];
  eachStatement(node.body().block, (s) => {
    if (s.kind === 'assign' && s.targets.some((target) => target.kind === 'name' && target.name === name))
      values.push(s.value);
  });
  return values.length > 0 && values.every((value) => isNoneExpression(value) || isConstruction(value));
}

function isConstruction(value: Expression): boolean {
  return value.kind === 'call' && (value.construct || /^_*[A-Z]/.test(calleeOf(value)?.name ?? ''));
}
