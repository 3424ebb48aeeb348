/**
 * Names that are still being typed: `tim` on the way to `time`. What uses a name that stands nowhere else cannot be meant yet.
 * Must not know the language, nor what is said of the code.
 */
import { LineIndex } from '../../base/line-index.ts';
import type { ModuleNode } from '../../ir/nodes.ts';
import { mayHoldName } from '../../wiring/identifiers.ts';
import { forEachExpression } from '../../ir/walk.ts';
import type { Unreadable } from './half-typed.ts';
import { lineHunks } from './line-hunks.ts';

const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** The first name that an edit brought, that is used where it stands, and that nobody else knows. */
export function freshName(
  before: string,
  now: ModuleNode,
  others: readonly ModuleNode[],
): Unreadable | undefined {
  const names = new Set(broughtNames(before, now.text).filter((name) => !isKnown(others, name)));
  if (names.size === 0) return undefined;
  let found: { readonly name: string; readonly start: number } | undefined;
  const consider = (name: string, start: number): void => {
    if (names.has(name) && (!found || start < found.start)) found = { name, start };
  };
  forEachExpression(
    now.body,
    (e) => {
      if (e.kind === 'name') consider(e.name, e.start);
      else if (e.kind === 'attribute') consider(e.name, e.nameStart);
    },
    { intoFunctions: true },
  );
  if (!found) return undefined;
  const line = new LineIndex(now.text).position(found.start).line + 1;
  return { file: now.path, line, message: `Nothing else is named "${found.name}".` };
}

/** Words of the changed lines that stand once in the text, and did not before. */
function broughtNames(before: string, now: string): readonly string[] {
  const oldLines = before.split('\n');
  const newLines = now.split('\n');
  const brought = new Set<string>();
  for (const { otherFrom, otherTo } of lineHunks(oldLines, newLines))
    for (const name of wordsOf(newLines.slice(otherFrom, otherTo).join('\n'))) brought.add(name);
  if (brought.size === 0) return [];
  const counts = new Map<string, number>();
  for (const name of wordsOf(now)) if (brought.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const old = new Set(wordsOf(before));
  return [...brought].filter((name) => counts.get(name) === 1 && !old.has(name));
}

function wordsOf(text: string): readonly string[] {
  return text.match(IDENTIFIER) ?? [];
}

function isKnown(modules: readonly ModuleNode[], name: string): boolean {
  return modules.some((module) => mayHoldName(module, name) && wordsOf(module.text).includes(name));
}
