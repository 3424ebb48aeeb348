/**
 * Generators that are driven step by step: `next()` and `send()` run a generator up to its next `yield` and leave it there. Must not know
 * how a body is run. Python reference 6.2.9.1.
 *
 * Where a generator stands is the statement of its body and how often that has yielded; a statement that is gone on with is run again up to
 * there.
 */
import type { Expression, Statement } from '../ir/nodes.ts';
import type { SequenceItems } from './items.ts';
import { mayShrink } from './items.ts';
import type { Elements } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, merge } from './machine.ts';
import type { GeneratorExpressionObject, GeneratorObject, Place, SuspendedCall } from './objects.ts';
import { raiseBuiltin } from './raise.ts';
import type { Value } from './values.ts';
import { NONE, NOTHING, isNothing, join, joinAll, mayBe, only, text, unknown } from './values.ts';

/** Beyond this many elements of a generator the others are joined. */
const MAX_ELEMENTS = 64;
const POSITION = '#position';
const ELEMENTS = '#elements';

interface Position {
  /** Statement of the body. */
  readonly statement: number;
  /** Times that it has yielded. */
  readonly yields: number;
}

const START: Position = { statement: 0, yields: 0 };

/** The next element of an iterator, where `sent` is what its `yield` gives; `fallback` where there is none, else the end of iteration is raised. */
export function nextOf(m: Machine, iterator: Value, sent: Value, fallback: Value, place: Place): Value {
  const atom = only(iterator);
  if (!m.callGraph && atom?.kind === 'generator') return nextOfGenerator(m, atom, sent, fallback, place);
  if (atom?.kind === 'generator-expression') return nextOfExpression(m, atom, fallback, place);
  const elements = m.rules.elements(m, iterator, place);
  const first = elements.known[0];
  if (first && elements.certain) return first;
  const any = joinAll([...elements.known, elements.rest, fallback]);
  return isNothing(any) && m.state ? atEnd(m, fallback, place) : any;
}

/** Runs a generator from where it stands to its end and gathers what it yields. */
export function remainingElements(m: Machine, generator: GeneratorObject): Elements {
  const position = positionOf(m, generator);
  if (position === 'end') return { known: [], rest: NOTHING, certain: true };
  const known: Value[] = [];
  let rest = NOTHING;
  const start = m.guards;
  let certain = true;
  const passes = position && passing(m, generator, position, NONE);
  m.rules.resume(m, from(generator.call, position ?? START), (value, at) => {
    const again = passes?.(at);
    if (again) return again;
    if (m.guards !== start || known.length >= MAX_ELEMENTS) {
      rest = join(rest, value);
      certain = false;
    } else known.push(value);
    return unknown('what is sent to a generator');
  });
  if (position && m.state) setPosition(m, generator, 'end');
  return { known, rest, certain };
}

/** The list of what a generator expression gives: it is evaluated when it is first iterated over. */
export function elementsOfExpression(m: Machine, atom: GeneratorExpressionObject): Value {
  const slot = heap(m).slot(atom.id, ELEMENTS);
  if (slot && !mayBe(slot.value, 'absent')) return slot.value;
  const value = atom.evaluate();
  if (m.state) m.state.setSlot(atom.id, ELEMENTS, { value, writes: [] });
  return value;
}

function nextOfExpression(m: Machine, atom: GeneratorExpressionObject, fallback: Value, place: Place): Value {
  const list = only(elementsOfExpression(m, atom));
  if (!m.state) return NOTHING;
  const items = list?.kind === 'container' ? m.state.items(list.id) : undefined;
  if (list?.kind !== 'container' || items?.kind !== 'sequence') return unknown('the next element', { place });
  const first = items.known[0];
  m.state.setItems(list.id, withoutFirst(items));
  if (first && items.certain) return first;
  const any = joinAll([...items.known, items.rest, fallback]);
  return isNothing(any) ? atEnd(m, fallback, place) : any;
}

function withoutFirst(items: SequenceItems): SequenceItems {
  return items.certain && items.known.length > 0
    ? { ...items, known: items.known.slice(1) }
    : mayShrink(items);
}

function nextOfGenerator(
  m: Machine,
  generator: GeneratorObject,
  sent: Value,
  fallback: Value,
  place: Place,
): Value {
  const position = positionOf(m, generator) ?? START;
  if (position === 'end') return atEnd(m, fallback, place);
  const { joined, yielded } = runToYield(m, generator, position, sent);
  if (m.state) setPosition(m, generator, 'end');
  if (joined) {
    const value = m.state ? join(yielded, fallback) : yielded;
    merge(m, joined);
    return value;
  }
  return m.state ? atEnd(m, fallback, place) : NOTHING;
}

/** Leaves the generator's body at every first `yield`; the current path is then the one on which the body came to its end. */
function runToYield(
  m: Machine,
  generator: GeneratorObject,
  position: Position,
  sent: Value,
): { readonly joined: Machine['state']; readonly yielded: Value } {
  let yielded = NOTHING;
  let joined: Machine['state'];
  const passes = passing(m, generator, position, sent);
  m.rules.resume(m, from(generator.call, position), (value, at) => {
    const again = passes(at);
    if (again || !m.state) return again ?? NOTHING;
    yielded = join(yielded, value);
    if (joined) joined.joinWith(m.state);
    else joined = m.state;
    m.state = undefined;
    return NOTHING;
  });
  return { joined, yielded };
}

/** Counts the yields of each statement; gives what one that was passed before gives this time, and `undefined` for one that is new. */
function passing(
  m: Machine,
  generator: GeneratorObject,
  start: Position,
  sent: Value,
): (at: Expression) => Value | undefined {
  if (m.state) setPosition(m, generator, { statement: start.statement, yields: 0 });
  const block = generator.call.function.node.body().block;
  return (at) => {
    if (!m.state) return NOTHING;
    const now = positionOf(m, generator);
    const index = block.findIndex((statement) => statement.start <= at.start && at.end <= statement.end);
    const yields = now && now !== 'end' && now.statement === index ? now.yields + 1 : 1;
    setPosition(
      m,
      generator,
      isOnly(block[index], at) ? { statement: index + 1, yields: 0 } : { statement: index, yields },
    );
    if (index !== start.statement || yields > start.yields) return undefined;
    return yields === start.yields ? sent : NONE;
  };
}

/** Whether the statement does nothing but yield. */
function isOnly(statement: Statement | undefined, at: Expression): boolean {
  return (
    statement?.kind === 'expression' && statement.expression === at && at.kind === 'yield' && !at.delegate
  );
}

function from(call: SuspendedCall, position: Position): SuspendedCall {
  const { block } = call.function.node.body();
  return position.statement === 0 ? call : { ...call, rest: block.slice(position.statement) };
}

function atEnd(m: Machine, fallback: Value, place: Place): Value {
  if (!isNothing(fallback)) return fallback;
  const cause = { kind: 'library', text: 'there is no next element' } as const;
  return raiseBuiltin(m, m.dialect.names.stopIteration, cause, place);
}

/** Where a generator stands; `undefined` where it has not begun, or nobody can tell. */
function positionOf(m: Machine, generator: GeneratorObject): Position | 'end' | undefined {
  const atom = only(m.state?.slot(generator.id, POSITION)?.value ?? NOTHING);
  if (atom?.kind !== 'constant') return undefined;
  if (atom.value === 'end') return 'end';
  const [statement = 0, yields = 0] = String(atom.value).split(':').map(Number);
  return { statement, yields };
}

function setPosition(m: Machine, generator: GeneratorObject, position: Position | 'end'): void {
  const value = text(position === 'end' ? position : `${position.statement}:${position.yields}`);
  heap(m).setSlot(generator.id, POSITION, { value, writes: [] });
}
