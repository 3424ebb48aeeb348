/**
 * Objects that a request makes, sets up and only then wires: what the set-up hands on is none for good.
 * Told from the text, since requests are only followed so far. Must not know how it is worded.
 */
import type { ClassObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Argument, CallExpression, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachCall, eachStatement } from '../ir/outline.ts';
import { forEachExpression } from '../ir/walk.ts';
import { constructorsOf, methodsOf } from './classes.ts';
import type { CodeIndex } from './code-index.ts';
import type { CallSite } from './module-index.ts';
import { type Evaluation, ranAtStartup } from './evaluate.ts';
import { factsOf, receiverName } from './facts.ts';
import { lastName, placeIn, textOf } from './source.ts';
import type { Contract, Wiring } from './types.ts';

/** An object that is wired after a method of it handed its empty attribute on. */
export interface LateHandover {
  /** The expression that makes it. */
  readonly made: Place;
  /** The call that hands on what is not there yet. */
  readonly used: Place;
  /** Where that method hands it on. */
  readonly copied: Place;
  /** Where the dependency comes. */
  readonly site: CallSite;
}

/** In functions that requests may run and startup does not. */
export function lateHandovers(evaluation: Evaluation, wiring: Wiring): readonly LateHandover[] {
  const { contract, run, verdict } = wiring;
  const { code, runs } = evaluation;
  const { point } = contract;
  if (contract.kind !== 'class' || (verdict !== 'wired' && verdict !== 'unused')) return [];
  if ((point.kind !== 'setter' && point.kind !== 'attribute') || point.onClass || point.forwards) return [];
  const copies = copiesOf(code, run, contract);
  if (copies.size === 0) return [];
  const sites = [
    ...code.assignmentsTo(point.attribute),
    ...(point.kind === 'setter' ? code.callsOf(point.name) : []),
  ];
  const found: LateHandover[] = [];
  for (const site of sites) {
    const { function: node, receiver } = site;
    if (!node || !receiver || passesOn(point.function, point.attribute)) continue;
    const late = lateIn(run, contract, { site, node, receiver, sites, copies });
    if (late && evaluation.requested().has(node) && !ranAtStartup(runs, node)) found.push(late);
  }
  return found;
}

/** Methods by name that hand the attribute on as it is to what uses it, and where. */
function copiesOf(code: CodeIndex, run: Run, { users, point }: Contract): ReadonlyMap<string, Place> {
  const copies = new Map<string, Place>();
  for (const user of users) {
    if (user.form !== 'method' || user.name === user.module.dialect.names.constructor) continue;
    if (user === point.function || asksFor(user, point.attribute)) continue;
    const copy = copyIn(user, point.attribute, {
      construction: (call, argument) => keepsAndUses(run, user, call, argument),
      attribute: (name) => code.functionsNaming(`.${name}`).some(({ node }) => factsOf(node).uses.has(name)),
    });
    if (copy) copies.set(user.name, placeIn(user.module, copy));
  }
  return copies;
}

/** Whether what is handed on is used where it comes to. */
interface Uses {
  construction(call: CallExpression, argument: Argument): boolean;
  attribute(name: string): boolean;
}

/** The value in `Other(self.attribute)` or `other.x = self.attribute`. */
function copyIn(node: FunctionNode, attribute: string, uses: Uses): Expression | undefined {
  const receiver = receiverName(node);
  const { block } = node.body();
  let copy: Expression | undefined;
  eachCall(block, (call) => {
    copy ??= call.args.find(
      (arg) => isOwn(arg.value, receiver, attribute) && uses.construction(call, arg),
    )?.value;
  });
  eachStatement(block, (s) => {
    if (s.kind !== 'assign' || !isOwn(s.value, receiver, attribute)) return;
    for (const target of s.targets)
      if (target.kind === 'attribute' && target.object.kind === 'attribute' && uses.attribute(target.name))
        copy ??= s.value;
  });
  return copy;
}

function isOwn(e: Expression, receiver: string | undefined, attribute: string): boolean {
  return (
    e.kind === 'attribute' && e.name === attribute && e.object.kind === 'name' && e.object.name === receiver
  );
}

/** Whether a function looks whether the attribute is there, or stores it itself. */
function asksFor(node: FunctionNode, attribute: string): boolean {
  const receiver = receiverName(node);
  const { block } = node.body();
  let asked = factsOf(node).stores.some((s) => s.owner === 'receiver' && s.attribute === attribute);
  const look = (test: Expression): void =>
    forEachExpression([{ kind: 'expression', expression: test, start: test.start, end: test.end }], (e) => {
      asked ||= isOwn(e, receiver, attribute);
    });
  eachStatement(block, (s) => {
    if (s.kind === 'if') for (const { test } of s.branches) look(test);
    if (s.kind === 'assert') look(s.test);
  });
  return asked;
}

/** Whether a call makes an object of the application that keeps the argument and uses what it kept. */
function keepsAndUses(run: Run, { module }: FunctionNode, call: CallExpression, argument: Argument): boolean {
  const [type, ...others] = classesNamed(run, module, call.callee);
  if (!type || others.length > 0 || argument.spread !== 'none') return false;
  const bases = type.mro.filter((base) => base.node);
  const [constructor] = bases.flatMap((base) => constructorsOf(run, base));
  if (!constructor) return false;
  const own = constructor.module.dialect.receiver === 'first-parameter' ? 1 : 0;
  const name = argument.name ?? constructor.parameters[call.args.indexOf(argument) + own]?.name;
  const kept = factsOf(constructor).stores.filter(
    ({ owner, value }) => owner === 'receiver' && value.kind === 'name' && value.name === name,
  );
  const methods = bases.flatMap((base) => methodsOf(run, base)).map((method) => method.function.node);
  return kept.some(({ attribute }) =>
    methods.some((node) => node !== constructor && factsOf(node).uses.has(attribute)),
  );
}

/** The classes that a plain name stands for in a module. */
function classesNamed(run: Run, module: ModuleNode, callee: Expression): readonly ClassObject[] {
  if (callee.kind !== 'name') return [];
  const around = [...run.machine.loaded.values()].find(({ node }) => node === module);
  const slot = around && run.heap.slot(around.id, callee.name);
  return slot?.value.atoms.filter((atom): atom is ClassObject => atom.kind === 'class') ?? [];
}

/** Whether a setter does more than keep what it is given: it may hand it on to what was made before. */
function passesOn(setter: FunctionNode | undefined, attribute: string): boolean {
  if (!setter) return false;
  const { stores, calls } = factsOf(setter);
  return (
    stores.some((stored) => stored.owner !== 'receiver' || stored.attribute !== attribute) ||
    calls.some(({ onReceiver, via }) => onReceiver || via.length > 1)
  );
}

interface Candidate {
  readonly site: CallSite;
  readonly node: FunctionNode;
  readonly receiver: Expression;
  readonly sites: readonly CallSite[];
  readonly copies: ReadonlyMap<string, Place>;
}

/** The last object that the function makes for this receiver before the site, if a method that hands on is called in between and never again. */
function lateIn(run: Run, contract: Contract, candidate: Candidate): LateHandover | undefined {
  const { site, node, receiver, sites, copies } = candidate;
  const { module } = node;
  const text = textOf(placeIn(module, receiver));
  const isReceiver = (e: Expression): boolean => textOf(placeIn(module, e)) === text;
  let made: CallExpression | undefined;
  eachStatement(node.body().block, (s) => {
    if (s.kind !== 'assign' || s.start >= site.place.start || !s.targets.some(isReceiverIn(isReceiver)))
      return;
    made = s.value.kind === 'call' && makes(run, contract, node, s.value) ? s.value : undefined;
  });
  const start = made?.start;
  if (!made || start === undefined || givesIt(made, contract)) return undefined;
  const calls: CallExpression[] = [];
  eachCall(node.body().block, (call) => {
    if (
      call.start > start &&
      call.callee.kind === 'attribute' &&
      isReceiver(call.callee.object) &&
      copies.has(call.callee.name)
    )
      calls.push(call);
  });
  const [used, ...again] = calls;
  if (!used || again.length > 0 || used.start > site.place.start) return undefined;
  const wiredBefore = sites.some(
    (other) => other.function === node && other.place.start > start && other.place.start < used.start,
  );
  // What was made in between may be wired by itself.
  const wiredInside = sites.some(
    (other) =>
      other.function === node &&
      other.place.start > used.end &&
      other.receiver !== undefined &&
      textOf(placeIn(module, other.receiver)).startsWith(`${text}.`),
  );
  const copied = used.callee.kind === 'attribute' ? copies.get(used.callee.name) : undefined;
  if (wiredBefore || wiredInside || !copied) return undefined;
  return { made: placeIn(module, made), used: placeIn(module, used), copied, site };
}

function isReceiverIn(isReceiver: (e: Expression) => boolean) {
  return (target: { readonly kind: string } & object): boolean =>
    (target.kind === 'name' || target.kind === 'attribute') && isReceiver(target as Expression);
}

/** Whether the constructor is handed the dependency. */
function givesIt(call: CallExpression, { point }: Contract): boolean {
  return call.args.some(
    ({ name, spread }) => spread !== 'none' || name === point.attribute || name === point.parameter,
  );
}

/** Whether a call makes an object of the component's class. */
function makes(run: Run, contract: Contract, { module }: FunctionNode, call: CallExpression): boolean {
  const classes = classesNamed(run, module, call.callee);
  return classes.length > 0
    ? classes.every((type) => type.mro.some(({ node }) => node === contract.definition))
    : lastName(call.callee) === contract.name;
}
