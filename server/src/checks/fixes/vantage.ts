/**
 * A place in a function as one run came by: what its names stand for there. Values are those at the serving point, so that what
 * is found is a candidate that has to be proved. Must not know what is looked for.
 */
import type { ModuleObject } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { EnterStep } from '../../engine/steps.ts';
import { type Atom, join, joinAll, NOTHING, single, type Value } from '../../engine/values.ts';
import type { Block, Expression, FunctionNode, ModuleNode, Statement } from '../../ir/nodes.ts';
import { forEachStatement } from '../../ir/walk.ts';
import { slotAt } from '../../wiring/evaluate.ts';
import { receiverName } from '../../wiring/facts.ts';
import { around, placeIn } from '../../wiring/source.ts';
import { stepsAt } from '../../wiring/step-index.ts';
import { before, type Standing } from './statements.ts';

export interface Vantage {
  readonly run: Run;
  readonly module: ModuleObject;
  readonly node: ModuleNode;
  readonly function: FunctionNode | undefined;
  /** The call that the place runs in; absent at the top of a module. */
  readonly frame: EnterStep | undefined;
  /** Statements that have run by then. */
  readonly done: readonly Statement[];
  /** Steps from this one on come later. */
  readonly until: number;
}

/** Values are followed through calls and attributes up to here. */
const MAX_DEPTH = 6;

/** What is known before a statement, or behind it; `undefined` where the run did not come by. */
export function vantageAt(run: Run, standing: Standing, where: 'before' | 'behind'): Vantage | undefined {
  const { module: node, statement } = standing;
  const { function: fn } = around(node, statement.start);
  const frame = fn ? frameOf(run, fn) : undefined;
  if (fn && !frame) return undefined;
  const module = frame?.function.module ?? moduleObject(run, node);
  if (!module) return undefined;
  const done = where === 'behind' ? [...before(standing), statement] : before(standing);
  const edge = where === 'behind' ? statement.end : statement.start;
  return { run, module, node, function: fn, frame, done, until: firstAfter(run, frame, node, edge) };
}

/** The first call of a function during startup. */
function frameOf(run: Run, node: FunctionNode): EnterStep | undefined {
  return run.trace.steps.find(
    (step): step is EnterStep =>
      step.kind === 'enter' && step.function.node === node && step.phase === 'startup',
  );
}

function moduleObject(run: Run, node: ModuleNode): ModuleObject | undefined {
  for (const module of run.machine.loaded.values()) if (module.node === node) return module;
  return undefined;
}

/** The first step of the same call that stands behind a place. */
function firstAfter(run: Run, frame: EnterStep | undefined, node: ModuleNode, offset: number): number {
  const { steps } = run.trace;
  const parent = frame?.id;
  for (const step of steps) {
    if (step.place.module !== node || step.place.start < offset) continue;
    if (parent !== undefined ? step.parent === parent : !('function' in step && step.function)) {
      if (parent !== undefined || isTopLevel(run, step.parent, node)) return step.id;
    }
  }
  return Number.POSITIVE_INFINITY;
}

function isTopLevel(run: Run, parent: number, node: ModuleNode): boolean {
  const step = run.trace.steps[parent];
  return step?.kind === 'import' && step.module.node === node;
}

/** What a plain name stands for. */
export function nameAt(vantage: Vantage, name: string, depth = 0): Value {
  const { run, frame, module } = vantage;
  const local = vantage.function ? localAt(vantage, name, depth) : undefined;
  if (local) return local;
  const parameter = frame?.args.get(name);
  if (parameter) return parameter;
  if (frame && name === receiverName(frame.function.node)) return frame.receiver ?? NOTHING;
  for (let scope = frame?.function.scope; scope; scope = scope.parent) {
    const value = run.heap.slot(scope.id, name)?.value;
    if (value) return value;
  }
  return run.heap.slot(module.id, name)?.value ?? NOTHING;
}

/** The last assignment that has surely run. */
function localAt(vantage: Vantage, name: string, depth: number): Value | undefined {
  for (const statement of vantage.done.toReversed()) {
    if (statement.kind === 'assign' && statement.targets.some((t) => t.kind === 'name' && t.name === name))
      return valueAt(vantage, statement.value, depth + 1);
    const imported = importedBy(vantage, statement, name);
    if (imported) return imported;
  }
  return undefined;
}

/** Names that are bound in the function by then, the latest first. */
export function localNames(vantage: Vantage): readonly string[] {
  const names: string[] = [];
  for (const statement of vantage.done.toReversed()) {
    if (statement.kind === 'assign')
      for (const target of statement.targets) if (target.kind === 'name') names.push(target.name);
    if (statement.kind === 'import-names') for (const { binding } of statement.names) names.push(binding);
  }
  return [...new Set(names)];
}

/** What an import binds: the name of a loaded module whose dotted name ends like the one that is imported from. */
function importedBy({ run }: Vantage, statement: Statement, name: string): Value | undefined {
  if (statement.kind !== 'import-names') return undefined;
  const imported = statement.names.find(({ binding }) => binding === name);
  if (!imported) return undefined;
  for (const module of run.machine.loaded.values()) {
    const dotted = module.importName ?? module.name;
    if (dotted !== statement.module.name && !dotted.endsWith(`.${statement.module.name}`)) continue;
    const value = run.heap.slot(module.id, imported.name)?.value;
    if (value) return value;
  }
  return undefined;
}

/** What an expression gives, as far as attributes, creations and plain functions are followed; nothing where they are not. */
export function valueAt(vantage: Vantage, expression: Expression, depth = 0): Value {
  if (depth > MAX_DEPTH) return NOTHING;
  switch (expression.kind) {
    case 'name':
      return nameAt(vantage, expression.name, depth);
    case 'attribute':
      return attributeOf(vantage.run, valueAt(vantage, expression.object, depth + 1), expression.name);
    case 'call':
    case 'await':
      return resultAt(vantage, expression, depth);
    case 'logical':
      return joinAll(expression.operands.map((operand) => valueAt(vantage, operand, depth + 1)));
    case 'conditional':
      return join(
        valueAt(vantage, expression.then, depth + 1),
        valueAt(vantage, expression.otherwise, depth + 1),
      );
    default:
      return NOTHING;
  }
}

export function attributeOf(run: Run, value: Value, name: string): Value {
  return joinAll(value.atoms.map((atom) => attributeOfAtom(run, atom, name)));
}

function attributeOfAtom(run: Run, atom: Atom, name: string): Value {
  const holds = atom.kind === 'instance' || atom.kind === 'class' || atom.kind === 'module';
  return holds ? slotAt(run, atom, name).value : NOTHING;
}

/** What a call creates, or what the function that it calls returns. */
function resultAt(vantage: Vantage, expression: Expression, depth: number): Value {
  const call = expression.kind === 'await' ? expression.value : expression;
  const values: Value[] = [];
  for (const span of new Set([expression, call])) {
    for (const step of stepsAt(vantage.run, placeIn(vantage.node, span))) {
      if (step.kind === 'create') values.push(single(step.object));
      else if (step.kind === 'enter' && isFactory(vantage, step))
        values.push(returnedBy(vantage.run, step, depth));
    }
  }
  return joinAll(values);
}

/** A constructor gives back nothing: what it makes is told by the creation. */
function isFactory({ run }: Vantage, step: EnterStep): boolean {
  return step.function.name !== run.machine.dialect.names.constructor;
}

/** What a call returned. */
export function returnedBy(run: Run, frame: EnterStep, depth = 0): Value {
  const { node, module } = frame.function;
  return returnedFrom({ run, module, node: node.module, function: node, frame, done: [], until: 0 }, depth);
}

/** What a function without arguments would return. */
export function returnedWithoutCall(run: Run, module: ModuleObject, fn: FunctionNode): Value {
  return returnedFrom(
    { run, module, node: fn.module, function: fn, frame: undefined, done: [], until: 0 },
    0,
  );
}

function returnedFrom(vantage: Vantage, depth: number): Value {
  const block = vantage.function?.body().block ?? [];
  const done = plainAssignments(block);
  return joinAll(returnsOf(block).map((value) => valueAt({ ...vantage, done }, value, depth + 1)));
}

export function returnsOf(block: Block): readonly Expression[] {
  const values: Expression[] = [];
  forEachStatement(block, (s) => {
    if (s.kind === 'return' && s.value) values.push(s.value);
  });
  return values;
}

/** All assignments of a function: which of them ran does not matter for what it may return. */
function plainAssignments(block: Block): readonly Statement[] {
  const found: Statement[] = [];
  forEachStatement(block, (s) => {
    if (s.kind === 'assign') found.push(s);
  });
  return found;
}
