/** Patterns of `match`: whether a value has the shape, three-valued; captures bind on the way. Python reference 8.6.4. */
import type { Pattern } from '../ir/nodes.ts';
import { hasAttribute } from './attribute-presence.ts';
import type { Comparison } from './comparison.ts';
import { compare } from './comparison.ts';
import { getKey } from './containers.ts';
import { lookUp } from './descriptors.ts';
import type { Truth } from './guards.ts';
import type { Items } from './items.ts';
import { sequenceOf } from './items.ts';
import type { Machine } from './machine.ts';
import { heap, newId, placeOf } from './machine.ts';
import type { ClassObject, ContainerObject } from './objects.ts';
import { writeName } from './scopes.ts';
import { classesIn, isInstance } from './types.ts';
import type { Atom, Value } from './values.ts';
import { NOTHING, filter, isNothing, joinAll, only, onlyText, single, unknown } from './values.ts';

/** Whether a value has the shape; captures bind on the way. */
export function matchPattern(m: Machine, pattern: Pattern, value: Value): Truth {
  switch (pattern.kind) {
    case 'any':
      return 'true';
    case 'value':
      return compareWith(m, pattern, value).truth;
    case 'capture': {
      const truth = pattern.pattern ? matchPattern(m, pattern.pattern, value) : 'true';
      if (truth !== 'false') writeName(m, pattern.name, value, pattern, true);
      return truth;
    }
    case 'or':
      return anyOf(pattern.alternatives.map((alternative) => matchPattern(m, alternative, value)));
    case 'sequence':
      return matchSequence(m, pattern, value);
    case 'rest':
      return 'true';
    case 'mapping':
      return matchMapping(m, pattern, value);
    case 'class':
      return matchClass(m, pattern, value);
  }
}

/** Literal patterns of none and booleans compare by identity, so that `1` is not `True`; all others by equality. */
export function compareWith(m: Machine, pattern: ValuePattern, value: Value): Comparison {
  const literal = pattern.value.kind === 'constant' ? pattern.value.type : undefined;
  const operator = literal === 'none' || literal === 'boolean' ? 'identical' : 'equal';
  return compare(m, operator, value, m.rules.evaluate(m, pattern.value));
}

function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('open') ? 'open' : 'false';
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('open') ? 'open' : 'true';
}

type ValuePattern = Extract<Pattern, { kind: 'value' }>;
type SequencePattern = Extract<Pattern, { kind: 'sequence' }>;
type MappingPattern = Extract<Pattern, { kind: 'mapping' }>;
type ClassPattern = Extract<Pattern, { kind: 'class' }>;

/** Lists and tuples are sequences here, texts and mappings are not; of what is not followed nobody knows. */
function mayBeSequence(m: Machine, atom: Atom): boolean {
  if (atom.kind === 'container') return atom.type === 'list' || atom.type === 'tuple';
  return atom.kind === 'unknown' || (atom.kind === 'instance' && hasItems(m, atom.class));
}

function mayBeMapping(m: Machine, atom: Atom): boolean {
  if (atom.kind === 'container') return atom.type === 'mapping';
  return atom.kind === 'unknown' || (atom.kind === 'instance' && hasItems(m, atom.class));
}

function hasItems(m: Machine, type: ClassObject): boolean {
  const hook = m.dialect.names.getItem;
  return type.unknownBase !== undefined || (hook !== undefined && lookUp(m, type.mro, hook) !== undefined);
}

function matchSequence(m: Machine, pattern: SequencePattern, value: Value): Truth {
  const candidates = filter(value, (atom) => mayBeSequence(m, atom));
  if (isNothing(candidates)) return 'false';
  const atom = only(candidates);
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  const certain = items?.kind === 'sequence' && items.certain && isNothing(items.rest);
  const truth = certain
    ? matchKnown(m, pattern.elements, items.known, pattern)
    : matchUnknown(m, pattern, candidates);
  return truth === 'true' && (!certain || candidates !== value) ? 'open' : truth;
}

function matchKnown(m: Machine, patterns: readonly Pattern[], known: readonly Value[], span: Pattern): Truth {
  const star = patterns.findIndex((pattern) => pattern.kind === 'rest');
  const after = star < 0 ? 0 : patterns.length - star - 1;
  if (star < 0 ? known.length !== patterns.length : known.length < patterns.length - 1) return 'false';
  const before = star < 0 ? patterns.length : star;
  const truths = patterns.slice(0, before).map((p, i) => matchPattern(m, p, known[i] ?? NOTHING));
  const tail = patterns.slice(patterns.length - after);
  const end = known.length - after;
  if (star >= 0) bindRest(m, patterns[star], sequenceOf(known.slice(star, end)), 'list', span);
  return allOf([...truths, ...tail.map((p, i) => matchPattern(m, p, known[end + i] ?? NOTHING))]);
}

function matchUnknown(m: Machine, pattern: SequencePattern, value: Value): Truth {
  const elements = m.rules.elements(m, value, placeOf(m, pattern));
  const any = joinAll([...elements.known, elements.rest]);
  const element = isNothing(any) ? unknown('an element') : any;
  const truths = pattern.elements.map((each): Truth => {
    if (each.kind !== 'rest') return matchPattern(m, each, element);
    bindRest(m, each, sequenceOf([], element), 'list', pattern);
    return 'true';
  });
  return allOf(truths);
}

function bindRest(
  m: Machine,
  pattern: Pattern | undefined,
  items: Items,
  type: ContainerObject['type'],
  span: Pattern,
): void {
  if (pattern?.kind === 'rest' && pattern.name !== undefined)
    bindContainer(m, pattern.name, items, type, span);
}

function bindContainer(
  m: Machine,
  name: string,
  items: Items,
  type: ContainerObject['type'],
  span: Pattern,
): void {
  const site = placeOf(m, span);
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type,
    class: undefined,
    site,
    environment: false,
  };
  heap(m).setItems(object.id, items);
  writeName(m, name, single(object), span, true);
}

function matchMapping(m: Machine, pattern: MappingPattern, value: Value): Truth {
  const candidates = filter(value, (atom) => mayBeMapping(m, atom));
  if (isNothing(candidates)) return 'false';
  const keys: Value[] = [];
  const truths = pattern.entries.map((entry): Truth => {
    const key = m.rules.evaluate(m, entry.key);
    keys.push(key);
    return matchEntry(m, candidates, key, entry.pattern);
  });
  if (pattern.rest !== undefined) bindOthers(m, pattern, pattern.rest, candidates, keys);
  const truth = allOf(truths);
  const certain = candidates === value && candidates.atoms.every((atom) => atom.kind === 'container');
  return truth === 'true' && !certain ? 'open' : truth;
}

function matchEntry(m: Machine, mappings: Value, key: Value, pattern: Pattern): Truth {
  let found = NOTHING;
  const exists = new Set<Truth>();
  for (const atom of mappings.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    const value =
      items?.kind === 'mapping' && atom.kind === 'container'
        ? getKey(m, atom, items, key, placeOf(m, pattern))
        : unknown('a value of a mapping');
    exists.add(value === undefined ? 'false' : compare(m, 'in', key, single(atom)).truth);
    found = joinAll([found, value ?? NOTHING]);
  }
  if (isNothing(found)) return 'false';
  const inner = matchPattern(m, pattern, found);
  return inner === 'true' && (exists.has('open') || exists.has('false')) ? 'open' : inner;
}

/** `**rest`: the entries that no key of the pattern names. */
function bindOthers(
  m: Machine,
  pattern: MappingPattern,
  name: string,
  mappings: Value,
  keys: readonly Value[],
): void {
  const atom = only(mappings);
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  if (items?.kind !== 'mapping') {
    writeName(m, name, unknown('the rest of a mapping', { notNone: true }), pattern, true);
    return;
  }
  const named = (key: Value): boolean => keys.some((each) => compare(m, 'equal', key, each).truth === 'true');
  const others = { ...items, entries: new Map([...items.entries].filter(([, entry]) => !named(entry.key))) };
  bindContainer(m, name, others, 'mapping', pattern);
}

function matchClass(m: Machine, pattern: ClassPattern, value: Value): Truth {
  const { classes, open } = classesIn(m, m.rules.evaluate(m, pattern.class));
  const fitting: Atom[] = [];
  const answers = value.atoms.map((atom): Truth => {
    if (atom.kind === 'absent') return 'false';
    const truths = classes.map((type) => isInstance(m, atom, type));
    const answer = truths.includes('true') ? 'true' : open || truths.includes('open') ? 'open' : 'false';
    if (answer !== 'false') fitting.push(atom);
    return answer;
  });
  if (fitting.length === 0) return 'false';
  const whole: Truth = answers.every((answer) => answer === 'true') ? 'true' : 'open';
  const subject = fitting.length === value.atoms.length ? value : { atoms: fitting };
  const attribute = (name: string, sub: Pattern): Truth => {
    const { truth } = hasAttribute(m, subject, name, placeOf(m, sub));
    if (truth === 'false' || !m.state) return 'false';
    const found = matchPattern(m, sub, m.rules.getAttribute(m, subject, name, placeOf(m, sub)));
    return truth === 'open' && found === 'true' ? 'open' : found;
  };
  const inner = pattern.named.map(({ name, pattern: sub }) => attribute(name, sub));
  const positional = pattern.positional.map((sub, index) => {
    const name = positionalName(m, classes[0], index);
    if (name !== undefined) return attribute(name, sub);
    return matchPattern(m, sub, index === 0 ? subject : unknown('a positional attribute'));
  });
  return allOf([whole, ...inner, ...positional]);
}

/** The attribute that a positional pattern looks at; `undefined` where it is the value itself, as for builtin classes. */
function positionalName(m: Machine, type: ClassObject | undefined, index: number): string | undefined {
  const hook = m.dialect.names.matchArguments;
  const declared = type && hook !== undefined ? lookUp(m, type.mro, hook)?.value : undefined;
  const atom = declared ? only(declared) : undefined;
  const items = atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
  if (items?.kind === 'sequence') return onlyText(items.known[index] ?? NOTHING);
  const fields = [...(type?.mro ?? [])].reverse().flatMap((base) => base.fields);
  return fields[index]?.name;
}
