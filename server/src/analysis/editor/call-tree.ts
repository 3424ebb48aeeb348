/**
 * Who calls whom on the way to serving, from the steps of all runs; calls that no dry run makes are not in it.
 * Must not know how it is shown.
 */
import { LineIndex } from '../../base/line-index.ts';
import type { Span } from '../../base/span.ts';
import type { Place } from '../../engine/objects.ts';
import type { Run } from '../../engine/run.ts';
import type { EnterStep, ImportStep, Step } from '../../engine/steps.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import { isWorkspaceFile } from '../places.ts';
import type { CallEdge, CallItem, CallQuery, EditorPosition, EditorRange } from './analysis.ts';
import { comparePositions, holds } from './text-places.ts';

/** A function or the top level of a module. */
interface Node {
  readonly item: CallItem;
  readonly callers: Map<string, Edge>;
  readonly callees: Map<string, Edge>;
}

/** Calls from one node to another; the places stand in the caller. */
interface Edge {
  readonly node: Node;
  readonly calls: Map<string, EditorRange>;
  readonly environments: Set<string>;
}

export interface CallTree {
  /** What stands at a position: a function that startup enters, or the one that a call there enters. */
  prepare(file: string, position: EditorPosition): readonly CallItem[];
  edges(query: CallQuery): readonly CallEdge[];
}

export function callTree(runs: readonly Run[]): CallTree {
  const nodes = new Map<string, Node>();
  const indexes = new Map<ModuleNode, LineIndex>();
  for (const run of runs) for (const step of run.trace.steps) addStep(nodes, indexes, run, step);
  const defined = (file: string, position: EditorPosition): Node | undefined =>
    [...nodes.values()].find(({ item }) => item.place.file === file && isAt(item.place.range, position));
  return {
    prepare: (file, position) => {
      const here = defined(file, position);
      if (here) return [here.item];
      return calledAt(nodes, file, position).map(({ item }) => item);
    },
    edges: ({ kind, file, position }) => {
      const node = defined(file, position);
      if (!node) return [];
      return [...(kind === 'incoming' ? node.callers : node.callees).values()].map(finished);
    },
  };
}

function calledAt(nodes: ReadonlyMap<string, Node>, file: string, position: EditorPosition): readonly Node[] {
  return [...nodes.values()]
    .filter(({ item }) => item.place.file === file)
    .flatMap(({ callees }) =>
      [...callees.values()].filter(({ calls }) => [...calls.values()].some((range) => isAt(range, position))),
    )
    .map(({ node }) => node);
}

function isAt(range: EditorRange, { line, character }: EditorPosition): boolean {
  return holds(range, line, character);
}

function finished({ node, calls, environments }: Edge): CallEdge {
  return {
    item: node.item,
    calls: [...calls.values()].sort(comparePositions),
    environments: [...environments].filter((name) => name !== ''),
  };
}

function addStep(nodes: Map<string, Node>, indexes: Map<ModuleNode, LineIndex>, run: Run, step: Step): void {
  if (step.kind !== 'enter') return;
  const callee = nodeOf(nodes, indexes, step);
  const parent = callerOf(run, step);
  const caller = parent && nodeOf(nodes, indexes, parent);
  if (!callee || !caller) return;
  // A call out of a library stands in no file: then it is shown where the callee is defined.
  const isOwn = step.place.module.path === caller.item.place.file;
  const range = isOwn ? rangeOf(indexes, step.place.module, step.place) : caller.item.place.range;
  connect(caller.callees, callee, range, run.environment.name);
  connect(callee.callers, caller, range, run.environment.name);
}

/** The nearest call around it that stands in the workspace. */
function callerOf(run: Run, step: EnterStep): EnterStep | ImportStep | undefined {
  for (let at = run.trace.steps[step.parent]; at; at = run.trace.steps[at.parent]) {
    if (at.kind !== 'enter' && at.kind !== 'import') return undefined;
    if (isWorkspaceFile(definitionOf(at)?.module.path ?? '<')) return at;
  }
  return undefined;
}

function definitionOf(step: EnterStep | ImportStep): Place | undefined {
  if (step.kind === 'enter') {
    const { module, nameSpan } = step.function.node;
    return { module, ...nameSpan };
  }
  return step.module.node && { module: step.module.node, start: 0, end: 0 };
}

function nodeOf(
  nodes: Map<string, Node>,
  indexes: Map<ModuleNode, LineIndex>,
  step: EnterStep | ImportStep,
): Node | undefined {
  const place = definitionOf(step);
  if (!place || !isWorkspaceFile(place.module.path)) return undefined;
  const file = place.module.path;
  const key = `${file}:${place.start}:${step.kind}`;
  const known = nodes.get(key);
  if (known) return known;
  const name = step.kind === 'enter' ? step.function.qualifiedName : step.module.name;
  const item = { name, place: { file, range: rangeOf(indexes, place.module, place) } };
  const node: Node = { item, callers: new Map(), callees: new Map() };
  nodes.set(key, node);
  return node;
}

function connect(edges: Map<string, Edge>, node: Node, range: EditorRange, environment: string): void {
  const { file, range: own } = node.item.place;
  const key = `${file}:${own.start.line}:${own.start.character}:${node.item.name}`;
  const edge = edges.get(key) ?? { node, calls: new Map(), environments: new Set() };
  edge.calls.set(`${range.start.line}:${range.start.character}`, range);
  edge.environments.add(environment);
  edges.set(key, edge);
}

function rangeOf(indexes: Map<ModuleNode, LineIndex>, module: ModuleNode, span: Span): EditorRange {
  const index = indexes.get(module) ?? new LineIndex(module.text);
  indexes.set(module, index);
  return { start: index.position(span.start), end: index.position(span.end) };
}
