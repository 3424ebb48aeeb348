/** Natives on text and numbers: computed where everything is constant. Names follow Python's `str` methods, the models' language. */
import type { Items } from '../items.ts';
import { sequenceOf } from '../items.ts';
import type { Machine } from '../machine.ts';
import { heap, newId } from '../machine.ts';
import type { ConstantAtom, ContainerObject, Place } from '../objects.ts';
import { fillBraces } from '../text-format.ts';
import { truthOf } from '../truth.ts';
import type { Atom, Value } from '../values.ts';
import {
  boolean,
  BOOLEAN,
  constant,
  FALSE,
  isNothing,
  join,
  joinAll,
  NONE,
  NOTHING,
  only,
  single,
  text,
  TRUE,
  unknown,
} from '../values.ts';
import type { Native } from './native.ts';
import { argument, textArgument } from './native.ts';

export const TEXT_NATIVES: Readonly<Record<string, Native>> = {
  cannot_match: (_m, args) => neverMatches(argument(args, 0), argument(args, 1)),
  string_operation: (m, args, place) => {
    const operation = textArgument(args, 0) ?? '';
    const subject = argument(args, 1);
    if (operation === 'join') return joinText(m, subject, argument(args, 2), place);
    if (operation === 'format') return formatText(m, subject, argument(args, 2), argument(args, 3));
    return joinAll(
      subject.atoms
        .filter((atom) => atom.kind !== 'absent')
        .map((atom) => applyText(m, operation, atom, args.positional.slice(2), place)),
    );
  },
  number_operation: (m, args, place) =>
    numberOperation(m, textArgument(args, 0) ?? '', args.positional.slice(1), place),
};

/** Ways to write a letter at the start of a regular expression that must then be there. */
const LITERALS: readonly (readonly [string, string])[] = [
  ['\\$', '$'],
  ['`', '`'],
  ['\\{', '{'],
  ['{', '{'],
  ['%', '%'],
  ['\\[', '['],
  ['\\(', '('],
  ['<', '<'],
  ['@', '@'],
  ['#', '#'],
  ['://', '://'],
];

/** Whether no pattern matches any of the texts; open where some are not constant, or only some cannot be matched. */
function neverMatches(patterns: Value, texts: Value): Value {
  let result = NOTHING;
  for (const pattern of patterns.atoms) {
    for (const subject of texts.atoms) {
      const known = pattern.kind === 'constant' && subject.kind === 'constant';
      result = join(
        result,
        known ? boolean(cannotMatch(String(pattern.value), String(subject.value))) : BOOLEAN,
      );
    }
  }
  return result;
}

/** Whether a pattern begins with a letter that must be there, has no alternatives, and the text lacks that letter: it stays what it is. */
function cannotMatch(pattern: string, subject: string): boolean {
  if (pattern.includes('|')) return false;
  const found = LITERALS.find(([written]) => pattern.startsWith(written));
  if (!found) return false;
  const [written, literal] = found;
  return !/^[?*{]/.test(pattern.slice(written.length)) && !subject.includes(literal);
}

type TextFunction = (
  subject: string,
  args: readonly (string | number)[],
) => string | boolean | number | readonly string[] | undefined;

const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  lower: (s) => s.toLowerCase(),
  casefold: (s) => s.toLowerCase(),
  upper: (s) => s.toUpperCase(),
  capitalize: (s) => s.slice(0, 1).toUpperCase() + s.slice(1).toLowerCase(),
  title: (s) =>
    s.replace(/[A-Za-z]+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()),
  swapcase: (s) => [...s].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join(''),
  strip: (s, [set]) => trim(s, set, true, true),
  lstrip: (s, [set]) => trim(s, set, true, false),
  rstrip: (s, [set]) => trim(s, set, false, true),
  startswith: (s, [prefix]) => (prefix === undefined ? undefined : s.startsWith(String(prefix))),
  endswith: (s, [suffix]) => (suffix === undefined ? undefined : s.endsWith(String(suffix))),
  replace: (s, [from, to]) =>
    from === undefined || to === undefined ? undefined : s.split(String(from)).join(String(to)),
  removeprefix: (s, [prefix]) => (s.startsWith(String(prefix)) ? s.slice(String(prefix).length) : s),
  removesuffix: (s, [suffix]) =>
    String(suffix) !== '' && s.endsWith(String(suffix)) ? s.slice(0, -String(suffix).length) : s,
  split: (s, [separator, most]) => splitText(s, separator, most),
  rsplit: (s, [separator, most]) => splitFromRight(s, separator, most),
  splitlines: (s) => s.split(/\r\n|\r|\n/),
  partition: (s, [separator]) => partition(s, String(separator), s.indexOf(String(separator))),
  rpartition: (s, [separator]) => partition(s, String(separator), s.lastIndexOf(String(separator))),
  find: (s, [part]) => s.indexOf(String(part)),
  rfind: (s, [part]) => s.lastIndexOf(String(part)),
  index: (s, [part]) => s.indexOf(String(part)),
  count: (s, [part]) => (part === undefined || part === '' ? undefined : s.split(String(part)).length - 1),
  isdigit: (s) => /^[0-9]+$/.test(s),
  isnumeric: (s) => /^[0-9]+$/.test(s),
  isalpha: (s) => /^[A-Za-z]+$/.test(s),
  isalnum: (s) => /^[A-Za-z0-9]+$/.test(s),
  isupper: (s) => s !== s.toLowerCase() && s === s.toUpperCase(),
  islower: (s) => s !== s.toUpperCase() && s === s.toLowerCase(),
  isspace: (s) => s !== '' && s.trim() === '',
  zfill: (s, [width]) => s.padStart(Number(width), '0'),
  str: (s) => s,
  repr: (s) => `'${s}'`,
  ord: (s) => s.codePointAt(0),
};

function trim(s: string, set: string | number | undefined, left: boolean, right: boolean): string {
  if (set === undefined) return left && right ? s.trim() : left ? s.trimStart() : s.trimEnd();
  const letters = new Set(String(set));
  let start = 0;
  let end = s.length;
  while (left && start < end && letters.has(s[start] ?? '')) start++;
  while (right && end > start && letters.has(s[end - 1] ?? '')) end--;
  return s.slice(start, end);
}

function splitText(
  s: string,
  separator: string | number | undefined,
  most: string | number | undefined,
): readonly string[] | undefined {
  if (separator === '') return undefined;
  const parts =
    separator === undefined ? s.split(/\s+/).filter((part) => part !== '') : s.split(String(separator));
  if (typeof most !== 'number' || most < 0 || parts.length <= most + 1 || separator === undefined)
    return parts;
  return [...parts.slice(0, most), parts.slice(most).join(String(separator))];
}

function splitFromRight(
  s: string,
  separator: string | number | undefined,
  most: string | number | undefined,
): readonly string[] | undefined {
  const parts = splitText(s, separator, undefined);
  if (!parts || typeof most !== 'number' || separator === undefined || parts.length <= most + 1) return parts;
  const head = parts.length - most;
  return [parts.slice(0, head).join(String(separator)), ...parts.slice(head)];
}

function partition(s: string, separator: string, at: number): readonly string[] {
  return at < 0 ? [s, '', ''] : [s.slice(0, at), separator, s.slice(at + separator.length)];
}

function applyText(m: Machine, operation: string, atom: Atom, rest: readonly Value[], place: Place): Value {
  if (operation === 'startswith' || operation === 'endswith') return affix(m, operation, atom, rest);
  const args = constants(rest);
  const subject = atom.kind === 'constant' ? textOf(operation, atom) : undefined;
  const fn = Object.hasOwn(TEXT_FUNCTIONS, operation) ? TEXT_FUNCTIONS[operation] : undefined;
  if (subject === undefined || !args || !fn) return resultOf(operation, atom);
  const result = fn(subject, args);
  const variable = atom.kind === 'constant' ? atom.variable : undefined;
  if (result === undefined) return resultOf(operation, atom);
  if (typeof result === 'string') return text(result, variable);
  if (typeof result === 'boolean') return constant('boolean', result, variable);
  if (typeof result === 'number') return constant('number', result, variable);
  return listOf(
    m,
    result.map((part) => text(part, variable)),
    place,
    operation.endsWith('partition') ? 'tuple' : 'list',
  );
}

/** What `str(x)` of a constant reads. */
function textOf(operation: string, atom: ConstantAtom): string | undefined {
  if (atom.type === 'string') return String(atom.value);
  if (operation !== 'str' && operation !== 'repr') return undefined;
  if (atom.type === 'boolean') return atom.value === true ? 'True' : 'False';
  return atom.type === 'number' ? String(atom.value) : undefined;
}

/** `startswith` takes one text or a tuple of them. */
function affix(m: Machine, operation: 'startswith' | 'endswith', atom: Atom, rest: readonly Value[]): Value {
  const option = rest[0] ? only(rest[0]) : undefined;
  const items = option?.kind === 'container' ? heap(m).items(option.id) : undefined;
  const options =
    items?.kind === 'sequence' && isNothing(items.rest)
      ? constants(items.known)
      : rest[0]
        ? constants([rest[0]])
        : undefined;
  if (atom.kind !== 'constant' || atom.type !== 'string' || !options)
    return unknown('a comparison of texts that are not constant', { notNone: true });
  const subject = String(atom.value);
  const holds = options.some((o) =>
    operation === 'startswith' ? subject.startsWith(String(o)) : subject.endsWith(String(o)),
  );
  return constant('boolean', holds, atom.variable);
}

function constants(values: readonly Value[]): (string | number)[] | undefined {
  const result: (string | number)[] = [];
  for (const value of values) {
    const atom = only(value);
    if (atom?.kind === 'none') continue;
    if (atom?.kind !== 'constant' || typeof atom.value === 'boolean') return undefined;
    result.push(atom.value);
  }
  return result;
}

const GIVES_TRUTH = /^(is|starts|ends)/;
const GIVES_LIST = /^(r?split|splitlines|r?partition)$/;

function resultOf(operation: string, atom: Atom): Value {
  if (GIVES_TRUTH.test(operation))
    return unknown(`${operation} of a text that is not constant`, { notNone: true });
  if (GIVES_LIST.test(operation)) return unknown('the parts of a text', { notNone: true });
  const reason = atom.kind === 'unknown' ? atom.reason : 'a text that is computed';
  return unknown(reason, { notNone: true, truthy: operation === 'repr' });
}

function listOf(m: Machine, values: readonly Value[], place: Place, type: 'list' | 'tuple'): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type,
    class: undefined,
    site: place,
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf(values));
  return single(object);
}

/** `template.format(*values, **named)`, a constant where everything in it is. */
function formatText(m: Machine, template: Value, values: Value, named: Value): Value {
  const subject = only(template);
  const items = itemsOf(m, values);
  const mapping = itemsOf(m, named);
  const given =
    items?.kind === 'sequence' && items.certain && isNothing(items.rest) ? constants(items.known) : undefined;
  const names = new Map<string, string | number>();
  for (const entry of mapping?.kind === 'mapping' ? mapping.entries.values() : []) {
    const key = only(entry.key);
    const [value] = constants([entry.value]) ?? [];
    if (key?.kind === 'constant' && value !== undefined && entry.certain) names.set(String(key.value), value);
  }
  const result =
    subject?.kind === 'constant' && given?.length === (items?.kind === 'sequence' ? items.known.length : -1)
      ? fillBraces(String(subject.value), given, names)
      : undefined;
  return result === undefined ? unknown('a formatted text', { notNone: true }) : text(result);
}

function itemsOf(m: Machine, value: Value): Items | undefined {
  const atom = only(value);
  return atom?.kind === 'container' ? heap(m).items(atom.id) : undefined;
}

function joinText(m: Machine, separator: Value, iterable: Value, place: Place): Value {
  const elements = m.rules.elements(m, iterable, place);
  const parts = constants(elements.known);
  const between = only(separator);
  if (!parts || !elements.certain || !isNothing(elements.rest) || between?.kind !== 'constant')
    return unknown('texts put together', { notNone: true });
  return text(parts.map(String).join(String(between.value)));
}

function numberOperation(m: Machine, operation: string, args: readonly Value[], place: Place): Value {
  if (operation === 'bool') {
    const { truth } = truthOf(m, args[0] ?? NONE);
    return truth === 'open'
      ? unknown('a truth that is not known', { notNone: true })
      : truth === 'true'
        ? TRUE
        : FALSE;
  }
  if (operation === 'range') return range(m, args, place);
  const numbers = constants(args);
  const first = args[0] ? only(args[0]) : undefined;
  const variable = first?.kind === 'constant' ? first.variable : undefined;
  const result = numbers && numbers.length > 0 ? compute(operation, numbers) : undefined;
  return result === undefined || Number.isNaN(result)
    ? unknown('a number', { notNone: true })
    : constant('number', result, variable);
}

function compute(operation: string, args: readonly (string | number)[]): number | undefined {
  const numbers = args.map(Number);
  const [first] = numbers;
  if (first === undefined) return undefined;
  switch (operation) {
    case 'int':
      return /^\s*[-+]?\d+\s*$/.test(String(args[0])) || typeof args[0] === 'number'
        ? Math.trunc(first)
        : undefined;
    case 'float':
      return first;
    case 'abs':
      return Math.abs(first);
    case 'min':
      return Math.min(...numbers);
    case 'max':
      return Math.max(...numbers);
    case 'round':
      return numbers.length === 1 ? Math.round(first) : undefined;
    case 'sum':
      return numbers.reduce((a, b) => a + b, 0);
    default:
      return undefined;
  }
}

const MAX_RANGE = 32;

function range(m: Machine, args: readonly Value[], place: Place): Value {
  const numbers = constants(args)?.map(Number);
  if (!numbers || numbers.length === 0) return listWithRest(m, unknown('a number', { notNone: true }), place);
  const [start, stop, step] =
    numbers.length === 1 ? [0, numbers[0] ?? 0, 1] : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 1];
  const values: Value[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) {
    if (values.length >= MAX_RANGE || step === 0)
      return listWithRest(m, unknown('a number', { notNone: true }), place);
    values.push(constant('number', i));
  }
  return listOf(m, values, place, 'list');
}

function listWithRest(m: Machine, rest: Value, place: Place): Value {
  const object: ContainerObject = {
    kind: 'container',
    id: newId(m),
    type: 'list',
    class: undefined,
    site: place,
    environment: false,
  };
  heap(m).setItems(object.id, sequenceOf([], rest));
  return single(object);
}
