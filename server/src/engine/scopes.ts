/** Variables: reading, writing and finding the scope that a name belongs to (Python reference 4.2.2). Must not evaluate expressions. */
import type { Frame, Machine } from './machine.ts';
import { heap, inModel, placeOf } from './machine.ts';
import type { Span } from '../base/span.ts';
import type { ModuleObject, ScopeObject } from './objects.ts';
import { aliasedVariable, readAlias } from './module-exports.ts';
import { raiseOrGoOn, triesAround } from './raise.ts';
import { reflect } from './reflection.ts';
import { store } from './attribute-writes.ts';
import { NOTHING, UNDEFINED, type Value, isNothing, unknown, without } from './values.ts';

/** Where a name lives. */
export interface Variable {
  readonly id: number;
  readonly name: string;
}

/** The value of a name, builtins last. A name that no path has bound raises. */
export function readName(m: Machine, name: string, span: Span): Value {
  const frame = m.frame;
  if (frame.classBody) {
    const slot = heap(m).slot(frame.classBody.id, name);
    if (slot) return without(slot.value, 'absent');
  }
  const state = heap(m);
  for (let scope: ScopeObject | undefined = scopeOf(frame); scope; scope = scope.parent) {
    if (!scope.locals.has(name)) continue;
    const value = state.slot(scope.id, name)?.value;
    const present = value ? without(value, 'absent') : NOTHING;
    if (!isNothing(present)) return present;
    if (scope === scopeOf(frame)) return missingName(m, name, span, m.dialect.names.unboundLocalError);
  }
  const global = state.slot(frame.module.id, name)?.value;
  const value = global ? without(global, 'absent') : NOTHING;
  if (!isNothing(value)) return value;
  return (
    readAlias(m, frame.module, name, placeOf(m, span)) ??
    m.rules.pendingName(m, frame.module, name) ??
    readBuiltin(m, name, span)
  );
}

function readBuiltin(m: Machine, name: string, span: Span): Value {
  const module = m.loaded.get(m.dialect.names.builtins);
  const slot = module && heap(m).slot(module.id, name);
  if (slot) return without(slot.value, 'absent');
  const ofModule = reflect(m, m.frame.module, name);
  if (ofModule) return ofModule;
  if (m.modulesWithUnknownNames.has(m.frame.module.id)) return m.rules.unknownName(m, name, span);
  return missingName(m, name, span);
}

function missingName(m: Machine, name: string, span: Span, error = m.dialect.names.nameError): Value {
  if (isEarly(m, name))
    return raiseOrGoOn(
      m,
      m.dialect.names.unboundLocalError,
      { kind: 'missing-name', name, isEarly: true },
      placeOf(m, span),
    );
  if (m.dialect.missingAttribute === 'undefined') {
    // A variable that is declared further on, or a name that only the machine that serves has.
    if (error === m.dialect.names.unboundLocalError && variableOf(m, name)) return UNDEFINED;
    return unknown(`the name ${name} is not followed`, { place: placeOf(m, span), path: name });
  }
  return raiseOrGoOn(m, error, { kind: 'missing-name', name }, placeOf(m, span));
}

/**
 * Whether the name is read while the code that declares it still runs and has not come to the declaration. Without a `try` around the program
 * would not start, and a library that calls back right away may be one that does so later: both stay open.
 */
function isEarly(m: Machine, name: string): boolean {
  if (!triesAround(m.frame)) return false;
  for (let frame: Frame | undefined = m.frame; frame && !frame.module.isModel; frame = frame.parent) {
    if (frame === m.frame && frame.function?.node.body().declared?.has(name) === true) return true;
    if (!frame.function && frame.module === m.frame.module && frame.module.node?.declared?.has(name) === true)
      return true;
  }
  return false;
}

function scopeOf(frame: Frame): ScopeObject | undefined {
  return frame.scope.kind === 'scope' ? frame.scope : undefined;
}

/** The slot that a plain name stands for, where it is a variable of workspace code. */
export function variableOf(m: Machine, name: string): Variable | undefined {
  const frame = m.frame;
  if (frame.classBody && heap(m).slot(frame.classBody.id, name)) return { id: frame.classBody.id, name };
  for (let scope: ScopeObject | undefined = scopeOf(frame); scope; scope = scope.parent) {
    if (scope.locals.has(name)) return { id: scope.id, name };
  }
  if (heap(m).slot(frame.module.id, name)) return { id: frame.module.id, name };
  return aliasedVariable(m, frame.module, name);
}

/** Whether some scope around, or the language, has a variable of the name. */
export function isBoundName(m: Machine, name: string): boolean {
  if (variableOf(m, name) || m.aliases.get(m.frame.module.id)?.has(name) === true) return true;
  const builtins = m.loaded.get(m.dialect.names.builtins);
  return builtins !== undefined && heap(m).slot(builtins.id, name) !== undefined;
}

/** Binds a name where the language says: class body, local scope, or module. `silently` leaves no step (definitions, imports). */
export function writeName(m: Machine, name: string, value: Value, span: Span, silently = false): void {
  if (!m.state || isNothing(value)) return;
  const frame = m.frame;
  if (frame.classBody) {
    m.state.setSlot(frame.classBody.id, name, { value, writes: [] });
    return;
  }
  for (let scope: ScopeObject | undefined = scopeOf(frame); scope; scope = scope.parent) {
    if (!scope.locals.has(name)) continue;
    m.state.setSlot(scope.id, name, { value, writes: [] });
    return;
  }
  writeGlobal(m, frame.module, name, value, span, silently);
}

function writeGlobal(
  m: Machine,
  module: ModuleObject,
  name: string,
  value: Value,
  span: Span,
  silently: boolean,
): void {
  if (silently || inModel(m)) heap(m).setSlot(module.id, name, { value, writes: [] });
  else store(m, module, name, value, placeOf(m, span), true);
}

export function deleteName(m: Machine, name: string): void {
  const variable = variableOf(m, name);
  if (variable) heap(m).deleteSlot(variable.id, name);
}
