/**
 * The dry run's steps in short plain words, for the trace. Must not know how steps are ordered or shown.
 */
import { unreachable } from '../base/never.ts';
import type { Reason } from '../engine/guards.ts';
import type { HeapObject, Place } from '../engine/objects.ts';
import type { RaiseCause, WriteStep } from '../engine/steps.ts';
import type { Atom, Value } from '../engine/values.ts';

/** Longer texts are cut. */
const MAX_LENGTH = 100;
/** More things than this in one value are counted. */
const MAX_ATOMS = 4;

/** What stands at a place, on one line. */
export function sourceAt(place: Place): string {
  return shortened(place.module.text.slice(place.start, place.end));
}

export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH - 1)}…`;
}

/** `AgentRegistry.websocket_manager = None` */
export function stateOf(step: WriteStep, none: string): string {
  return shortened(`${ownerName(step.object)}.${step.name} = ${valueWords(step.value, none)}`);
}

function ownerName(object: HeapObject): string {
  if (object.kind === 'instance') return object.class.name;
  if (object.kind === 'class' || object.kind === 'function') return object.name;
  return object.kind === 'module' ? object.name : object.kind;
}

/** A value as a person would say it: `None`, `"staging"`, `AgentRegistry`, `None or WebSocketManager`. */
export function valueWords(value: Value, none: string): string {
  const words = [...new Set(value.atoms.map((atom) => atomWords(atom, none)))];
  if (words.length === 0) return 'nothing';
  const shown = words.slice(0, MAX_ATOMS).join(' or ');
  return words.length > MAX_ATOMS ? `${shown} or ${words.length - MAX_ATOMS} others` : shown;
}

function atomWords(atom: Atom, none: string): string {
  switch (atom.kind) {
    case 'none':
      return none;
    case 'constant':
      return typeof atom.value === 'string' && atom.type === 'string'
        ? JSON.stringify(atom.value)
        : constantWords(atom.value, none);
    case 'instance':
      return atom.class.name;
    case 'class':
    case 'function':
    case 'module':
    case 'native':
      return atom.name;
    case 'container':
      return `a ${atom.type === 'mapping' ? 'dict' : atom.type}`;
    case 'bound':
      return 'name' in atom.function ? `${atom.function.name}()` : 'a method';
    case 'unknown':
      return `unknown (${atom.reason})`;
    case 'absent':
      return 'not set';
    case 'undefined':
      return 'undefined';
    default:
      return `a ${atom.kind}`;
  }
}

function constantWords(value: string | number | boolean, none: string): string {
  // Constants are spelled as the language spells its own.
  if (typeof value === 'boolean' && none === 'None') return value ? 'True' : 'False';
  return String(value);
}

/** Why a guard went the way it did. */
export function reasonWords(reason: Reason, none: string): string {
  switch (reason.kind) {
    case 'constant':
      return `it is always ${reason.text}`;
    case 'missing-attribute':
      return `${reason.class.name} has no ${reason.attribute}`;
    case 'missing-on-module':
      return `${reason.module} has no ${reason.attribute}`;
    case 'present-attribute':
      return `${reason.owner} has ${reason.attribute}`;
    case 'value':
      return `it is ${reason.value.atoms.length > 0 ? valueWords(reason.value, none) : reason.text}`;
    case 'environment':
      return `${reason.variable} is ${JSON.stringify(reason.value)}`;
    case 'empty':
      return `${reason.text} is empty`;
    case 'not':
      return reasonWords(reason.reason, none);
    case 'combined':
      return [...new Set(reason.reasons.map((part) => reasonWords(part, none)))].join(` ${reason.operator} `);
    case 'unknown':
      return reason.text;
    default:
      return unreachable(reason);
  }
}

export function causeWords(cause: RaiseCause, none: string): string {
  switch (cause.kind) {
    case 'statement':
      return `raises ${valueWords(cause.exception, none)}`;
    case 'argument-mismatch':
      return `the call of ${cause.callee.name} fails: ${cause.detail}`;
    case 'missing-attribute':
      return `fails: ${cause.owner} has no ${cause.attribute}`;
    case 'missing-name':
      return cause.isEarly === true
        ? `fails: ${cause.name} is read before its declaration has run`
        : `fails: the name ${cause.name} is not defined`;
    case 'missing-module':
      return `fails: there is no module ${cause.name}`;
    case 'not-callable':
      return `fails: ${cause.text} cannot be called`;
    case 'library':
      return `fails: ${cause.text}`;
    default:
      return unreachable(cause);
  }
}
