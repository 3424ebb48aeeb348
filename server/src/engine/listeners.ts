/**
 * Listeners that only the program itself can call, through a method that sends events (`emit`): they answer something as far as there is a call
 * of that method which startup did not run. Must not know libraries.
 */
import type { Block, CallExpression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { forEachExpression, forEachStatement } from '../ir/walk.ts';
import type { Deferred, Machine } from './machine.ts';
import { allTexts } from './values.ts';

/** Calls of a method in a text, by the function around them. */
interface Sending {
  readonly function: FunctionNode | undefined;
  /** The event; `undefined` where it is no constant. */
  readonly event: string | undefined;
}

/** Whether something besides what startup ran may call the listener. To be asked at the serving point. */
export function mayBeSent(m: Machine, ran: ReadonlySet<FunctionNode>, { owner, sent }: Deferred): boolean {
  if (!sent) return true;
  if (
    owner?.atoms.some(
      (atom) => !('id' in atom) || m.trace.handed.has(atom.id) || m.trace.escapes.has(atom.id),
    )
  )
    return true;
  const events = allTexts(sent.event);
  if (!events) return true;
  for (const module of new Set(m.loaded.values())) {
    if (module.isModel || !module.node) continue;
    for (const each of sendingsIn(module.node, sent.by)) {
      const isOther = each.function !== undefined && !ran.has(each.function);
      if (isOther && (each.event === undefined || events.includes(each.event))) return true;
    }
  }
  return false;
}

/** The functions that startup entered. */
export function enteredFunctions(m: Machine): ReadonlySet<FunctionNode> {
  const ran = new Set<FunctionNode>();
  for (const step of m.trace.steps) if (step.kind === 'enter') ran.add(step.function.node);
  return ran;
}

const SENDINGS = new WeakMap<ModuleNode, Map<string, readonly Sending[]>>();

function sendingsIn(module: ModuleNode, by: string): readonly Sending[] {
  const known = SENDINGS.get(module) ?? new Map<string, readonly Sending[]>();
  SENDINGS.set(module, known);
  const found = known.get(by);
  if (found) return found;
  const all: Sending[] = [];
  if (module.text.includes(by)) collect(module.body, undefined, by, all);
  known.set(by, all);
  return all;
}

function collect(block: Block, around: FunctionNode | undefined, by: string, out: Sending[]): void {
  const called = new Set<object>();
  const inner: FunctionNode[] = [];
  forEachExpression(block, (e) => {
    if (e.kind === 'function') inner.push(e.function);
    if (e.kind === 'call' && e.callee.kind === 'attribute') called.add(e.callee);
    if (e.kind === 'call' && e.callee.kind === 'attribute' && e.callee.name === by)
      out.push({ function: around, event: eventOf(e) });
    // The method itself is handed on.
    else if (e.kind === 'attribute' && e.name === by && !called.has(e))
      out.push({ function: around, event: undefined });
  });
  forEachStatement(block, (s) => {
    if (s.kind === 'function-declaration') inner.push(s.function);
  });
  for (const fn of inner)
    if (fn.module.text.slice(fn.start, fn.end).includes(by)) collect(fn.body().block, fn, by, out);
}

function eventOf({ args: [first] }: CallExpression): string | undefined {
  const value = first?.spread === 'none' ? first?.value : undefined;
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}
