/**
 * Shortens a trace by what a reader has seen before: repetitions in one frame, and calls that look around and change nothing.
 * Must not know what the steps mean.
 */
import type { TraceNode } from './api.ts';

/** A node with what is needed to see whether it repeats. */
export interface TraceBranch {
  /** Without its children. */
  readonly node: Omit<TraceNode, 'children'>;
  readonly children: readonly TraceBranch[];
  /** Equal for subtrees that read the same. */
  readonly print: number;
  /** Equal for subtrees that go the same way, whatever the values are. */
  readonly shape: number;
  /** The same, but for where the call stands. */
  readonly inside: number;
  /** Whether nothing in it changes anything: guards and calls only. */
  readonly isQuiet: boolean;
  /** Nodes in it. */
  readonly size: number;
}

/** Quiet calls with fewer nodes than this are shown however often they come. */
const SMALL = 2;

export function branchOf(node: Omit<TraceNode, 'children'>, children: readonly TraceBranch[]): TraceBranch {
  const place = `${node.file}:${node.line}:${node.column}`;
  const told = `${node.state ?? ''} ${node.reason ?? ''}`;
  const way = hashOf(`${node.kind} ${node.message} ${node.decided ?? ''}`, FNV_START);
  const inside = children.reduce((hash, child) => Math.imul(hash ^ child.shape, FNV_PRIME), way);
  const whole = children.reduce((hash, child) => Math.imul(hash ^ child.print, FNV_PRIME), way);
  const isQuiet = node.kind === 'branch' || node.kind === 'enter';
  return {
    node,
    children,
    print: hashOf(`${place} ${told}`, whole),
    shape: hashOf(place, inside),
    inside,
    isQuiet: isQuiet && children.every((child) => child.isQuiet),
    size: children.reduce((sum, child) => sum + child.size, 1),
  };
}

/** FNV-1a, 32 bits. */
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

/**
 * Nodes that read the same as one before them in the same frame are counted there: at once where nothing else lies between
 * them, and anywhere where they change nothing.
 */
export function folded(branches: readonly TraceBranch[]): readonly TraceBranch[] {
  const kept: { readonly branch: TraceBranch; times: number }[] = [];
  const quiet = new Map<number, { times: number }>();
  for (const branch of branches) {
    const last = kept.at(-1);
    const known = last?.branch.print === branch.print ? last : quiet.get(branch.print);
    if (known) {
      known.times++;
      continue;
    }
    const entry = { branch, times: 1 };
    kept.push(entry);
    if (branch.isQuiet) quiet.set(branch.print, entry);
  }
  return kept.length === branches.length ? branches : kept.map(({ branch, times }) => counted(branch, times));
}

function counted(branch: TraceBranch, times: number): TraceBranch {
  if (times === 1) return branch;
  return { ...branch, node: { ...branch.node, message: `${branch.node.message} (${times} times)` } };
}

/** The finished tree. A quiet call that goes as one before it is shown without its inside. */
export function finished(branches: readonly TraceBranch[]): readonly TraceNode[] {
  const seen = new Set<number>();
  return branches.map((branch) => finish(branch, seen));
}

function finish(branch: TraceBranch, seen: Set<number>): TraceNode {
  const { node, children, inside, isQuiet, size } = branch;
  if (isQuiet && size >= SMALL) {
    if (seen.has(inside)) return { ...node, message: `${node.message} as before`, children: [] };
    seen.add(inside);
  }
  return { ...node, children: children.map((child) => finish(child, seen)) };
}
