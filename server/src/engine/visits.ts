/**
 * Where the dry run came by in files that are being edited: the heap of the path in front of each statement, so that other statements
 * can be tried there. Must not know what is tried.
 */
import type { Block, Statement } from '../ir/nodes.ts';
import type { Frame, Machine, Visit, Visits } from './machine.ts';

/** Visits of one place that are kept; a place with one more was visited too often to be tried. */
export const MOST_VISITS = 32;

export function newVisits(watches: (path: string) => boolean): Visits {
  return { watches, before: new Map(), after: new Map() };
}

/** Whether visits of the code that runs are kept. */
export function isWatched({ visits, frame }: Machine): boolean {
  return visits !== undefined && frame.module.node !== undefined && visits.watches(frame.module.node.path);
}

export function visitBefore(m: Machine, statement: Statement): void {
  if (m.visits) keep(m, m.visits.before, statement);
}

export function visitAfter(m: Machine, block: Block): void {
  if (m.visits && m.state) keep(m, m.visits.after, block.at(-1) ?? block);
}

function keep<K>(m: Machine, visits: Map<K, Visit[]>, key: K): void {
  const known = visits.get(key) ?? [];
  visits.set(key, known);
  if (!m.state || known.length > MOST_VISITS) return;
  const { guards, phase, root, frame } = m;
  const kept: Frame = { ...frame, loops: frame.loops.slice(), handling: frame.handling.slice() };
  known.push({ state: m.state.fork(), frame: kept, guards, phase, root });
}
