/** Every sentence about wiring, in one place. Must not decide anything. */
import { unreachable } from '../base/never.ts';
import type { Reason } from '../engine/guards.ts';
import type { ClassObject, FunctionObject, Place } from '../engine/objects.ts';
import type { AbsentStep, BranchStep, RaiseCause, Step, WriteStep } from '../engine/steps.ts';
import type { Atom, Value } from '../engine/values.ts';
import type { Dialect } from '../ir/dialect.ts';
import { at, placeIn, textOf } from './source.ts';
import type { Contract, InjectionPoint } from './types.ts';

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}

export function quoted(text: string): string {
  return `\`${text}\``;
}

const MAX_CONDITION = 120;

/** Source text of a condition. */
export function condition(place: Place): string {
  const text = textOf(place);
  return quoted(text.length <= MAX_CONDITION ? text : `${text.slice(0, MAX_CONDITION - 1)}…`);
}

/** `set_x()`; an attribute by its name. */
function pointName(point: InjectionPoint): string {
  return point.kind === 'setter' || point.kind === 'module-setter' ? `${point.name}()` : quoted(point.name);
}

/** `C.set_x()` */
export function qualifiedPoint(contract: Contract): string {
  const { point } = contract;
  return point.kind === 'setter' || point.kind === 'module-setter'
    ? `${contract.name}.${point.name}()`
    : `${quoted(point.name)} of ${contract.name}`;
}

export function needOf(contract: Contract): string {
  return quoted(contract.point.attribute);
}

export function lost(events: readonly string[]): string {
  return events.length === 0 ? '' : ` Lost: ${list(events)}.`;
}

// ---------------------------------------------------------------- messages

export function neverInjected(contract: Contract, serving: Place | undefined): string {
  const { point } = contract;
  const nobody =
    point.kind === 'attribute'
      ? 'nothing assigns it'
      : point.kind === 'constructor'
        ? 'nothing passes it'
        : `nothing calls ${point.name}()`;
  return `${contract.name} never receives its ${needOf(contract)}: ${nobody} before the application serves${serving ? ` (${at(serving)})` : ''}.`;
}

export function deadInjection(contract: Contract, because: string): string {
  return `${contract.name} never receives its ${needOf(contract)}: this call never runs, because ${because}.`;
}

export function decided(place: Place, truth: 'true' | 'false'): string {
  return `${condition(place)} is ${truth} (${at(place)})`;
}

export function empty(place: Place): string {
  return `${condition(place)} is empty (${at(place)})`;
}

export function returnsFirst(name: string, place: Place): string {
  return `${name}() returns first (${at(place)})`;
}

export function legacySetter(contract: Contract, legacy: InjectionPoint): string {
  const right = contract.point;
  return `Startup calls ${legacy.name}(), but the events of ${contract.name} go through ${needOf(contract)}, which only ${pointName(right)} sets (${at(right.place)}).`;
}

export function migratedSetter(contract: Contract, legacy: InjectionPoint): string {
  const right = contract.point;
  return `Startup calls ${legacy.name}(), but ${contract.name} also needs its ${needOf(contract)}, which only requests hand over, through ${pointName(right)} (${at(right.place)}).`;
}

export function conditionally(
  contract: Contract,
  guards: readonly { readonly place: Place; readonly taken: boolean; readonly form: string }[],
): string {
  const conditions = guards.map(({ place, taken, form }) => {
    const what =
      form === 'loop'
        ? `${condition(place)} is not empty`
        : taken
          ? condition(place)
          : `${condition(place)} is false`;
    return `${what} (${at(place)})`;
  });
  return `${contract.name} receives its ${needOf(contract)} only if ${conditions.join(' and ')}.`;
}

export function silentCondition(contract: Contract, place: Place, taken: boolean): string {
  return `${contract.name} serves without its ${needOf(contract)} if ${condition(place)} is ${taken ? 'false' : 'true'}: startup goes on without it.`;
}

export function silentHandler(contract: Contract, what: string, place: Place, always: boolean): string {
  const without = `${contract.name} serves without its ${needOf(contract)}`;
  return always
    ? `${without}: ${what} always fails (${at(place)}), and this handler lets startup go on.`
    : `${without} if ${what} fails (${at(place)}): this handler lets startup go on.`;
}

export function wrongDependency(contract: Contract, needed: string, atom: Atom, none: string): string {
  const head = `${qualifiedPoint(contract)} needs ${needed}, but receives`;
  if (atom.kind === 'class') {
    const place = atom.node
      ? ` (${at({ module: atom.node.module, start: atom.node.nameSpan.start, end: atom.node.nameSpan.end })})`
      : '';
    return `${head} the class ${atom.name} itself${place}.`;
  }
  const where = atom.kind === 'instance' ? ` (${at(atom.site)})` : '';
  return `${head} ${atomWords(atom, none)}${where}.`;
}

export function noneDependency(contract: Contract, none: string, always: boolean, reason: string): string {
  return `${qualifiedPoint(contract)} ${always ? 'receives' : 'may receive'} ${none}: ${reason}.`;
}

export function requestOnly(contract: Contract, user: FunctionObject): string {
  return `${contract.name} receives its ${needOf(contract)} only in a request: until one comes here, ${user.name}() works without it (${at(placeIn(user.node.module, user.node.nameSpan))}).`;
}

export function wrongInstance(contract: Contract, wired: Place | undefined): string {
  const where = wired ? ` (${at(wired)})` : '';
  return `This request makes its own ${contract.name}, which never receives its ${needOf(contract)}: startup hands it to another one${where}.`;
}

export function useTheWired(contract: Contract): string {
  return ` Use the ${contract.name} that startup wires, or hand its ${needOf(contract)} over here as well.`;
}

export function drift(contract: Contract, wired: readonly string[], without: readonly string[]): string {
  return `${contract.name} receives its ${needOf(contract)} in ${list(wired)}, but not in ${list(without)}.`;
}

/** @param none what the attribute stays; absent where the call runs, but maybe too late. */
export function unawaited(contract: Contract, helper: string | undefined, none: string | undefined): string {
  const call = helper === undefined ? qualifiedPoint(contract) : `${helper}()`;
  const need = helper === undefined ? needOf(contract) : `${needOf(contract)} of ${contract.name}`;
  const late = `requests may come before ${need} is set`;
  const outcome = none === undefined ? late : `it does not run, and ${need} stays ${none}`;
  return `${call} is async and is never awaited here: ${outcome}.`;
}

// ------------------------------------------------------------------ advice

export function callBeforeServing(contract: Contract): string {
  const { point } = contract;
  if (point.kind === 'attribute')
    return ` Assign it during startup, or fail startup when there is nothing to assign.`;
  if (point.kind === 'constructor') return ` Pass it where the ${contract.name} is created.`;
  return ` Call ${point.name}() during startup, or fail startup when there is nothing to hand over.`;
}

export function callInstead(contract: Contract): string {
  return ` Call ${pointName(contract.point)} instead.`;
}

export function alsoLegacy(contract: Contract, legacy: InjectionPoint): string {
  return ` Even if it ran, ${legacy.name}() would be the wrong setter: the events go through ${needOf(contract)}, which only ${pointName(contract.point)} sets (${at(contract.point.place)}).`;
}

export function alsoMigrated(legacy: InjectionPoint, right: InjectionPoint): string {
  return ` Even if it ran, ${legacy.name}() is the legacy setter: the rest of the code hands the dependency over through ${pointName(right)} (${at(right.place)}).`;
}

/** ` SupervisorAgent (file:46) has neither `agent_registry` nor `registry`.` */
export function lacking(steps: readonly BranchStep[]): string {
  const missing = new Map<ClassObject, string[]>();
  for (const { reason } of steps) {
    if (reason.kind !== 'missing-attribute') continue;
    const names = missing.get(reason.class) ?? [];
    missing.set(reason.class, names);
    if (!names.includes(reason.attribute)) names.push(reason.attribute);
  }
  return [...missing]
    .map(([type, names]) => ` ${type.name}${definedAt(type)} has ${neither(names)}.`)
    .join('');
}

function definedAt(type: ClassObject): string {
  return type.node
    ? ` (${at({ module: type.node.module, start: type.node.nameSpan.start, end: type.node.nameSpan.end })})`
    : '';
}

function neither(names: readonly string[]): string {
  if (names.length === 1) return `no ${quoted(names[0] ?? '')}`;
  return `neither ${names.slice(0, -1).map(quoted).join(', ')} nor ${quoted(names.at(-1) ?? '')}`;
}

// ------------------------------------------------------------------- steps

export function entered(name: string): string {
  return `${quoted(`${name}()`)} is called`;
}

export function loaded(name: string): string {
  return `module ${name} is loaded`;
}

export function branched(step: Extract<Step, { kind: 'branch' }>, dialect: Dialect): string {
  const outcome = step.truth === 'open' ? 'may be true or false' : `is ${step.truth}`;
  const why = reasonWords(step.reason, dialect);
  return `${condition(step.place)} ${outcome}${why === '' ? '' : `: ${why}`}`;
}

export function created(name: string): string {
  return `${article(name)} ${name} is created`;
}

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? 'an' : 'a';
}

export function written(step: WriteStep, none: string): string {
  return `${quoted(step.name)} of ${ownerWords(step)} becomes ${valueWords(step.value, none)}`;
}

export function stateAfter(step: WriteStep, none: string): string {
  return `${ownerWords(step)}.${step.name} = ${valueWords(step.value, none)}`;
}

function ownerWords(step: WriteStep): string {
  const { object } = step;
  if (object.kind === 'instance') return object.class.name;
  return object.kind === 'class' || object.kind === 'module' ? object.name : object.kind;
}

export function absent({ object, name }: AbsentStep, { types: { object: objectClass } }: Dialect): string {
  return object.kind === 'instance' && object.class.isModel && object.class.name !== objectClass
    ? `${quoted(name)} is looked for, and the ${object.class.name} does not have it`
    : `${quoted(name)} is looked for, and nothing is there`;
}

/** What is wrong with a name that cannot be read. */
export function unnamed({ name, isEarly }: Extract<RaiseCause, { kind: 'missing-name' }>): string {
  return `${quoted(name)} is ${isEarly === true ? 'read before its declaration has run' : 'not defined'}`;
}

export function raised(cause: RaiseCause, dialect: Dialect): string {
  switch (cause.kind) {
    case 'statement':
      return `${valueWords(cause.exception, dialect.words.none)} is raised`;
    case 'argument-mismatch':
      return `the call fails: ${cause.detail}`;
    case 'missing-attribute':
      return `it fails: ${cause.owner} has no ${quoted(cause.attribute)}`;
    case 'missing-name':
      return `it fails: ${unnamed(cause)}`;
    case 'missing-module':
      return `it fails: there is no module ${cause.name}`;
    case 'not-callable':
      return `it fails: ${cause.text} cannot be called`;
    case 'library':
      return `it fails: ${cause.text}`;
    default:
      return unreachable(cause);
  }
}

/** What begins with a root of the request phase, by its sort. */
export const ROOTS: Readonly<Record<string, string>> = {
  http: 'a request comes in',
  websocket: 'a client connects',
  event: 'an event comes in',
  task: 'a task is run',
  schedule: 'a scheduled job is run',
  process: 'a process of its own is run',
  dependency: 'a request comes in',
};

export const ANY_ROOT = 'a request comes in';

export const SERVES = 'the application begins to serve';

export function reasonWords(reason: Reason, dialect: Dialect): string {
  const { none } = dialect.words;
  switch (reason.kind) {
    case 'constant':
      return `it is always ${reason.text}`;
    case 'missing-attribute':
      return `neither ${reason.class.name} nor its bases have ${quoted(reason.attribute)}`;
    case 'missing-on-module':
      return `module ${reason.module} has no ${quoted(reason.attribute)}`;
    case 'present-attribute':
      return `${reason.owner} has ${quoted(reason.attribute)}`;
    case 'value':
      return reason.value.atoms.length > 0 ? `it is ${valueWords(reason.value, none)}` : reason.text;
    case 'environment':
      return `${reason.variable} is ${JSON.stringify(reason.value)}`;
    case 'empty':
      return 'it is empty';
    case 'not':
      return reasonWords(reason.reason, dialect);
    case 'combined':
      return [...new Set(reason.reasons.map((part) => reasonWords(part, dialect)))]
        .filter((text) => text !== '')
        .join(` ${reason.operator} `);
    case 'unknown':
      return reason.text;
    default:
      return unreachable(reason);
  }
}

const MAX_ATOMS = 4;

/** A value as a person would say it. */
export function valueWords(value: Value, none: string): string {
  const words = [...new Set(value.atoms.map((atom) => atomWords(atom, none)))];
  if (words.length === 0) return 'nothing';
  const rest = words.length > MAX_ATOMS ? ' or something else' : '';
  return words.slice(0, MAX_ATOMS).join(' or ') + rest;
}

/** What stands where something is missing: one of the language's words for nothing. */
export function nothing(value: Value | undefined, { words, missingAttribute }: Dialect): string {
  const atoms = value?.atoms ?? [];
  const isUndefined = ({ kind }: Atom): boolean =>
    kind === 'undefined' || (kind === 'absent' && missingAttribute === 'undefined');
  return atoms.some(isUndefined) ? 'undefined' : words.none;
}

export function atomWords(atom: Atom, none: string): string {
  switch (atom.kind) {
    case 'none':
      return none;
    case 'constant':
      return JSON.stringify(atom.value);
    case 'instance':
      return atom.class.name;
    case 'class':
      return `the class ${atom.name}`;
    case 'module':
      return `module ${atom.name}`;
    case 'function':
    case 'native':
      return `${atom.name}()`;
    case 'bound':
      return 'name' in atom.function ? `${atom.function.name}()` : 'a method';
    case 'unknown':
      return atom.path === undefined ? 'something that is not known' : `what ${atom.path} gives`;
    case 'absent':
      return 'not set';
    case 'container':
      return `a ${atom.type}`;
    case 'undefined':
      return 'undefined';
    default:
      return `a ${atom.kind}`;
  }
}
