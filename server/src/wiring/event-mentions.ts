/**
 * Where the code names an event without emitting it, and whether it may be emitted in a way that cannot be followed.
 * Must not know the heap.
 */
import type { Place } from '../engine/objects.ts';
import type { Argument, Block, Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachExpression, eachStatement } from '../ir/outline.ts';
import type { CallSite } from './module-index.ts';
import type { Emitter } from './emitters.ts';
import type { Evaluation } from './evaluate.ts';
import { constantsIn } from './event-sites.ts';
import { calleeOf, placeIn } from './source.ts';

export interface Mentions {
  /** Where it is named first: a constant, a member of an enumeration, a list; functions come last. */
  readonly first: Place | undefined;
  /** Whether code that may run does something with the name that is neither a look at it nor an emission. */
  readonly unclear: boolean;
}

/** All that the loaded code says of an event. */
export function mentionsOf(evaluation: Evaluation, event: string): Mentions {
  const { code } = evaluation;
  const names = [...constantsIn(code.modules)].filter(([, texts]) => texts.has(event)).map(([name]) => name);
  const tokens = [event, ...names];
  const found: Found = { event, names: new Set(names), places: [], unclear: false };
  const modules = code.modules.filter((module) => tokens.some((token) => module.text.includes(token)));
  for (const module of modules) lookInto(found, module, undefined, module.body, true);
  const functions = new Set(tokens.flatMap((token) => code.functionsNaming(token).map(({ node }) => node)));
  for (const node of functions)
    lookInto(found, node.module, node, node.body().block, evaluation.live().has(node));
  return { first: found.places[0], unclear: found.unclear };
}

interface Found {
  readonly event: string;
  /** Constants that stand for it. */
  readonly names: ReadonlySet<string>;
  readonly places: Place[];
  unclear: boolean;
}

function lookInto(
  found: Found,
  module: ModuleNode,
  node: FunctionNode | undefined,
  block: Block,
  mayRun: boolean,
): void {
  const looked = lookedAt(block);
  eachExpression(block, (e) => {
    const isText = e.kind === 'constant' && e.value === found.event;
    const isName = (e.kind === 'name' || e.kind === 'attribute') && found.names.has(e.name);
    if (!isText && !isName) return;
    if (isText && !isDocumentation(block, e)) found.places.push(placeIn(module, e));
    if (mayRun && !looked.has(e) && !(node === undefined && isDefinition(block, e))) found.unclear = true;
  });
}

/** Operands of comparisons, elements of lists, keys. */
function lookedAt(block: Block): ReadonlySet<Expression> {
  const looked = new Set<Expression>();
  const add = (e: Expression | undefined): void => {
    if (!e) return;
    looked.add(e);
    // `EventType.AGENT_STARTED.value`
    if (e.kind === 'attribute') add(e.object);
  };
  eachExpression(block, (e) => {
    if (e.kind === 'compare')
      for (const part of [e.first, ...e.rest.map(({ operand }) => operand)]) add(part);
    else if (e.kind === 'sequence') e.elements.forEach(add);
    else if (e.kind === 'mapping') for (const { key } of e.entries) add(key);
  });
  eachStatement(block, (s) => {
    if (s.kind === 'expression') add(s.expression);
  });
  return looked;
}

function isDocumentation(block: Block, e: Expression): boolean {
  return block.some((s) => s.kind === 'expression' && s.expression === e);
}

/** `AGENT_STARTED = "agent_started"` in a module or a class, or a member of an object of constants. */
function isDefinition(block: Block, e: Expression): boolean {
  let found = false;
  eachStatement(block, (s) => {
    if (s.kind !== 'assign' || !s.targets.every((target) => target.kind === 'name')) return;
    if (s.value === e || isMember(s.value, e)) found = true;
  });
  return found;
}

function isMember(object: Expression, e: Expression): boolean {
  return (
    object.kind === 'mapping' && object.shape === 'object' && object.entries.some(({ value }) => value === e)
  );
}

/** Whether what emits the other events is also called with a name that only a run could tell. */
export function emitsUnknownNames(evaluation: Evaluation, emitters: readonly Emitter[]): boolean {
  const asked = new Set<string>();
  return emitters.some(({ site }) => {
    const callee = calleeOf(site.call);
    const index = site.call.args.findIndex((argument) => holdsText(argument.value, site.event));
    const argument = site.call.args[index];
    return (
      callee !== undefined &&
      argument !== undefined &&
      isDynamic(evaluation, callee.name, index, argument, asked, 0)
    );
  });
}

function holdsText(e: Expression, text: string): boolean {
  return e.kind === 'constant' ? e.value === text : e.kind === 'name' || e.kind === 'attribute';
}

const MAX_DEPTH = 3;

function isDynamic(
  evaluation: Evaluation,
  name: string,
  index: number,
  argument: Pick<Argument, 'name'>,
  asked: Set<string>,
  depth: number,
): boolean {
  const key = `${name} ${argument.name ?? index}`;
  if (asked.has(key)) return false;
  asked.add(key);
  if (depth > MAX_DEPTH) return true;
  return evaluation.code.callsOf(name).some((site) => {
    if (site.function && !evaluation.live().has(site.function)) return false;
    const given = argumentAt(site, index, argument.name);
    return given !== undefined && !isConstant(given) && mayVary(evaluation, site, given, asked, depth);
  });
}

function argumentAt(site: CallSite, index: number, name: string | undefined): Expression | undefined {
  const args = site.call?.args ?? [];
  return (name === undefined ? args[index] : args.find((argument) => argument.name === name))?.value;
}

function isConstant(e: Expression): boolean {
  if (e.kind === 'constant' || e.kind === 'attribute') return true;
  if (e.kind === 'name') return e.name === e.name.toUpperCase();
  return e.kind === 'template' ? e.parts.every(isConstant) : e.kind === 'mapping';
}

/** A parameter varies as its callers do. */
function mayVary(
  evaluation: Evaluation,
  site: CallSite,
  given: Expression,
  asked: Set<string>,
  depth: number,
): boolean {
  const node = site.function;
  if (given.kind !== 'name' || !node) return true;
  const at = node.parameters.findIndex((parameter) => parameter.name === given.name);
  if (at < 0) return true;
  const isMethod = node.form === 'method' && node.module.dialect.receiver === 'first-parameter';
  const isNamed = node.parameters[at]?.kind === 'named-only';
  return isDynamic(
    evaluation,
    node.name,
    at - (isMethod ? 1 : 0),
    { name: isNamed ? given.name : undefined },
    asked,
    depth + 1,
  );
}
