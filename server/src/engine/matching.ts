/** `match` and `switch`: which case is taken. Python reference 8.6. */
import type { MatchStatement, Pattern } from '../ir/nodes.ts';
import { lookAtBlock } from './call-graph.ts';
import { compare } from './comparison.ts';
import type { Condition } from './conditions.ts';
import { evaluateCondition, evaluateWithVariable, refine } from './conditions.ts';
import type { Truth } from './guards.ts';
import { pushGuard } from './guards.ts';
import { getKey } from './containers.ts';
import type { Machine } from './machine.ts';
import { heap, merge, placeOf } from './machine.ts';
import { writeName } from './scopes.ts';
import type { Variable } from './scopes.ts';
import type { State } from './state.ts';
import { classesIn, isInstance } from './types.ts';
import type { Value } from './values.ts';
import { NOTHING, isNothing, joinAll, unknown } from './values.ts';

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
  const { whenTrue } = compare(m, 'equal', value, m.rules.evaluate(m, pattern.value));
  if (!isNothing(whenTrue)) refine(m, [{ ...variable, value: whenTrue }]);
}

/** Whether a value has the shape; captures bind on the way. */
function matchPattern(m: Machine, pattern: Pattern, value: Value): Truth {
  switch (pattern.kind) {
    case 'any':
      return 'true';
    case 'value':
      return compare(m, 'equal', value, m.rules.evaluate(m, pattern.value)).truth;
    case 'capture': {
      const truth = pattern.pattern ? matchPattern(m, pattern.pattern, value) : 'true';
      if (truth !== 'false') writeName(m, pattern.name, value, pattern, true);
      return truth;
    }
    case 'or':
      return anyOf(pattern.alternatives.map((alternative) => matchPattern(m, alternative, value)));
    case 'sequence':
      return matchSequence(m, pattern.elements, value, pattern);
    case 'rest':
      if (pattern.name !== undefined)
        writeName(m, pattern.name, unknown('the rest of a sequence'), pattern, true);
      return 'true';
    case 'mapping':
      return matchMapping(m, pattern, value);
    case 'class':
      return matchClass(m, pattern, value);
  }
}

function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('open') ? 'open' : 'false';
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('open') ? 'open' : 'true';
}

function matchSequence(m: Machine, patterns: readonly Pattern[], value: Value, span: Pattern): Truth {
  const elements = m.rules.elements(m, value, placeOf(m, span));
  const isSequence = value.atoms.every((atom) => atom.kind === 'container' && atom.type !== 'mapping');
  const hasRest = patterns.some((pattern) => pattern.kind === 'rest');
  if (
    isSequence &&
    isNothing(elements.rest) &&
    elements.certain &&
    !hasRest &&
    elements.known.length !== patterns.length
  )
    return 'false';
  const any = joinAll([...elements.known, elements.rest]);
  const truths = patterns.map((pattern, index) =>
    matchPattern(m, pattern, elements.known[index] ?? (isNothing(any) ? unknown('an element') : any)),
  );
  const whole = allOf(truths);
  return isSequence && isNothing(elements.rest) && elements.certain
    ? whole
    : whole === 'false'
      ? 'false'
      : 'open';
}

function matchMapping(m: Machine, pattern: Extract<Pattern, { kind: 'mapping' }>, value: Value): Truth {
  const truths = pattern.entries.map((entry): Truth => {
    const key = m.rules.evaluate(m, entry.key);
    let found = NOTHING;
    let open = false;
    for (const atom of value.atoms) {
      const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
      if (items?.kind !== 'mapping' || atom.kind !== 'container') open = true;
      else found = joinAll([found, getKey(m, atom, items, key, placeOf(m, entry.key)) ?? NOTHING]);
    }
    if (isNothing(found) && !open) return 'false';
    const inner = matchPattern(m, entry.pattern, isNothing(found) ? unknown('a value of a mapping') : found);
    return open && inner === 'true' ? 'open' : inner;
  });
  if (pattern.rest !== undefined) writeName(m, pattern.rest, unknown('the rest of a mapping'), pattern, true);
  return allOf(truths);
}

function matchClass(m: Machine, pattern: Extract<Pattern, { kind: 'class' }>, value: Value): Truth {
  const { classes, open } = classesIn(m, m.rules.evaluate(m, pattern.class));
  const answers = value.atoms.map((atom): Truth => {
    if (atom.kind === 'absent') return 'false';
    const truths = classes.map((type) => isInstance(m, atom, type));
    return truths.includes('true') ? 'true' : open || truths.includes('open') ? 'open' : 'false';
  });
  const isOne: Truth = answers.every((a) => a === 'true')
    ? 'true'
    : answers.every((a) => a === 'false')
      ? 'false'
      : 'open';
  if (isOne === 'false') return 'false';
  const inner = pattern.named.map(({ name, pattern: sub }) =>
    matchPattern(m, sub, m.rules.getAttribute(m, value, name, placeOf(m, sub))),
  );
  const positional = pattern.positional.map((sub) =>
    matchPattern(m, sub, pattern.positional.length === 1 ? value : unknown('a positional attribute')),
  );
  return allOf([isOne, ...inner, ...positional]);
}
