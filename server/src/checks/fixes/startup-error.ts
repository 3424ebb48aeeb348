/** The error that a project raises when its startup cannot go on: found by looking at what startup raises elsewhere. */
import type { ClassObject } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { RaiseStep } from '../../engine/steps.ts';
import type { FunctionNode, ModuleNode } from '../../ir/nodes.ts';
import { forEachStatement } from '../../ir/walk.ts';
import { lastName } from '../../wiring/source.ts';
import { wordsOf } from '../../wiring/vocabulary.ts';
import type { ModuleObject } from '../../engine/objects.ts';
import { isImported } from './imports.ts';
import type { Vantage } from './vantage.ts';

export interface StartupError {
  readonly name: string;
  /** Where it has to be imported from, if its name is not known at the place. */
  readonly from: ModuleObject | undefined;
}

interface Raised {
  readonly type: ClassObject;
  readonly score: number;
}

/** `undefined` where startup raises no error of the project's own. */
export function startupError(vantage: Vantage): StartupError | undefined {
  const best = raisedErrors(vantage).toSorted((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  const { type } = best;
  const known =
    isImported(vantage.node, type.name) ||
    vantage.run.heap.slot(vantage.module.id, type.name)?.value.atoms.includes(type);
  return { name: type.name, from: known === true ? undefined : type.module };
}

function raisedErrors(vantage: Vantage): readonly Raised[] {
  const { run } = vantage;
  const scores = new Map<ClassObject, number>();
  const seen = new Set<object>();
  const add = (type: ClassObject, raisedIn: ModuleNode | undefined): void => {
    scores.set(type, (scores.get(type) ?? 0) + scoreOf(vantage, type, raisedIn));
  };
  for (const step of run.trace.steps) {
    if (step.kind === 'raise' && step.phase === 'startup') {
      for (const type of raisedBy(run, step)) add(type, step.place.module);
      continue;
    }
    if (step.kind !== 'enter' || step.phase !== 'startup' || step.function.isModel) continue;
    const { node, module } = step.function;
    if (seen.has(node) || !mayRaise(node)) continue;
    seen.add(node);
    forEachStatement(node.body().block, (s) => {
      const name = s.kind === 'raise' && s.exception ? lastName(s.exception) : undefined;
      const type = name === undefined ? undefined : errorNamed(run, module, name);
      if (type) add(type, module.node);
    });
  }
  return [...scores].map(([type, score]) => ({ type, score }));
}

function mayRaise({
  module,
  start,
  end,
}: {
  readonly module: { readonly text: string };
  readonly start: number;
  readonly end: number;
}): boolean {
  return /\b(?:raise|throw)\b/.test(module.text.slice(start, end));
}

/** What is raised beside the place counts more, and most what says startup. */
function scoreOf(vantage: Vantage, type: ClassObject, raisedIn: ModuleNode | undefined): number {
  const words = wordsOf(type.name);
  const speaks = words.some((word) =>
    /^(?:startup|start|boot|bootstrap|init|initialization|lifespan|config|configuration|deterministic)$/.test(
      word,
    ),
  );
  return 1 + (raisedIn === vantage.node ? 100 : 0) + (speaks ? 1000 : 0);
}

/** Classes of what a statement raised: they are known even where the path that knew their names has ended. */
function raisedBy(run: Run, { cause }: RaiseStep): readonly ClassObject[] {
  if (cause.kind !== 'statement') return [];
  return cause.exception.atoms.flatMap((atom) => {
    const type = atom.kind === 'instance' ? atom.class : atom;
    return type.kind === 'class' && isUsable(run, type) ? [type] : [];
  });
}

/** An error class of the application that takes one message. */
function errorNamed(run: Run, module: ModuleObject, name: string): ClassObject | undefined {
  for (const atom of run.heap.slot(module.id, name)?.value.atoms ?? []) {
    if (atom.kind === 'class' && isUsable(run, atom)) return atom;
  }
  return undefined;
}

function isUsable(run: Run, type: ClassObject): boolean {
  if (type.isModel || type.module.isModel) return false;
  // What is raised is an error if it builds on one of the language's own.
  const { root } = run.machine.dialect.types;
  return type.mro.some(({ isModel, name }) => isModel && name !== root) && takesMessage(run, type);
}

function takesMessage(run: Run, type: ClassObject): boolean {
  const { constructor: name } = run.machine.dialect.names;
  const constructor = type.mro
    .filter(({ isModel }) => !isModel)
    .map((base) => constructorIn(base, name))
    .find((each) => each !== undefined);
  if (!constructor || run.machine.dialect.argumentMismatch === 'ignore') return true;
  const receiver = constructor.module.dialect.receiver === 'first-parameter' ? 1 : 0;
  const own = constructor.parameters.slice(receiver);
  const required = own.filter(
    ({ kind, defaultValue }) => defaultValue === undefined && kind !== 'rest' && kind !== 'named-rest',
  );
  const positional = own.filter(
    ({ kind }) => kind === 'normal' || kind === 'positional-only' || kind === 'rest',
  );
  return positional.length > 0 && required.length <= 1 && required.every(({ kind }) => kind !== 'named-only');
}

/** As it stands in the text of the class. */
function constructorIn({ node }: ClassObject, name: string): FunctionNode | undefined {
  for (const s of node?.body ?? [])
    if (s.kind === 'function-declaration' && s.function.name === name) return s.function;
  return undefined;
}
