/** `match` and `switch`: which case is taken. Python reference 8.6. */
import type { MatchStatement, Pattern } from '../ir/nodes.ts';
import { lookAtBlock } from './call-graph.ts';
import type { Condition } from './conditions.ts';
import { evaluateCondition, evaluateWithVariable, refine } from './conditions.ts';
import { pushGuard } from './guards.ts';
import type { Machine } from './machine.ts';
import { merge, placeOf } from './machine.ts';
import { compareWith, matchPattern } from './patterns.ts';
import type { Variable } from './scopes.ts';
import type { State } from './state.ts';
import type { Value } from './values.ts';
import { isNothing } from './values.ts';

/** Tries the cases in order; an open one runs beside those after it. */
export function executeMatch(m: Machine, s: MatchStatement): void {
  const { value, variable } = evaluateWithVariable(m, s.subject);
  const guards = m.guards;
  let joined: State | undefined;
  for (const entry of s.cases) {
    if (!m.state) break;
    const truth = matchPattern(m, entry.pattern, value);
    if (truth === 'false' || !m.state) continue;
    const other = truth === 'open' || entry.guard ? m.state.fork() : undefined;
    const guarded = entry.guard ? evaluateCondition(m, entry.guard) : undefined;
    const certain = truth === 'true' && (!guarded || guarded.truth === 'true');
    if (guarded?.truth === 'false') {
      m.state = other;
      continue;
    }
    narrow(m, entry.pattern, value, variable, guarded);
    if (!certain)
      m.guards = pushGuard(
        guards,
        placeOf(m, entry.pattern),
        true,
        { kind: 'unknown', text: 'it is not known which case holds' },
        'case',
      );
    m.rules.execute(m, entry.body);
    m.guards = guards;
    joined = together(joined, m.state);
    m.state = certain ? undefined : other;
  }
  merge(m, joined);
  for (const entry of s.cases) lookAtBlock(m, entry.body);
}

function together(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b) return a ?? b;
  a.joinWith(b);
  return a;
}

function narrow(
  m: Machine,
  pattern: Pattern,
  value: Value,
  variable: Variable | undefined,
  guarded: Condition | undefined,
): void {
  if (guarded?.truth === 'open') refine(m, guarded.whenTrue);
  if (!variable || pattern.kind !== 'value') return;
  const { whenTrue } = compareWith(m, pattern, value);
  if (!isNothing(whenTrue)) refine(m, [{ ...variable, value: whenTrue }]);
}
