/** Binding arguments to parameters. Rules: Python reference 6.3.4 "Calls"; where a dialect ignores misfits, nothing is refused. */
import type { Parameter } from '../ir/nodes.ts';
import type { CallArguments } from './machine.ts';
import { NO_NAMED } from './machine.ts';
import type { FunctionObject } from './objects.ts';
import { NONE, UNDEFINED, type Value, join, unknown } from './values.ts';

export type Binding =
  | {
      readonly fits: true;
      readonly values: Map<string, Value>;
      /** Leftovers for a rest and a named-rest parameter, which the caller turns into containers. */
      readonly rest: readonly Value[];
      readonly moreRest: Value | undefined;
      readonly namedRest: ReadonlyMap<string, Value>;
      readonly moreNamedRest: Value | undefined;
    }
  | { readonly fits: false; readonly detail: string };

/** Binds; `strict` refuses what does not fit, in the words of the language's own error. */
export function bindArguments(fn: FunctionObject, args: CallArguments, strict: boolean): Binding {
  const parameters = fn.node.parameters;
  const values = new Map<string, Value>();
  const taken = bindPositional(parameters, args, values);
  const hasRest = has(parameters, 'rest');
  if (strict && !hasRest && args.positional.length > taken) {
    return misfit(
      fn,
      `takes ${countPositional(parameters)} positional arguments but ${args.positional.length} were given`,
    );
  }
  let namedRest = NO_NAMED;
  if (args.named.size > 0) {
    const left = bindNamed(fn, args, values, strict);
    if (typeof left === 'string') return misfit(fn, left);
    namedRest = left;
  }
  const missing = fillDefaults(fn, args, values, strict);
  if (strict && missing.length > 0) {
    return misfit(
      fn,
      `is missing ${missing.length === 1 ? 'the argument' : 'the arguments'} ${missing.map((n) => `'${n}'`).join(', ')}`,
    );
  }
  return {
    fits: true,
    values,
    rest: hasRest ? args.positional.slice(taken) : NO_VALUES,
    moreRest: args.morePositional,
    namedRest,
    moreNamedRest: args.moreNamed,
  };
}

const NO_VALUES: readonly Value[] = [];

function has(parameters: readonly Parameter[], kind: Parameter['kind']): boolean {
  for (const parameter of parameters) if (parameter.kind === kind) return true;
  return false;
}

/** Binds arguments by name; gives those that no parameter takes, or what does not fit. */
function bindNamed(
  fn: FunctionObject,
  args: CallArguments,
  values: Map<string, Value>,
  strict: boolean,
): ReadonlyMap<string, Value> | string {
  const parameters = fn.node.parameters;
  const hasNamedRest = has(parameters, 'named-rest');
  let namedRest: Map<string, Value> | undefined;
  for (const [name, value] of args.named) {
    const parameter = parameters.find((p) => p.name === name && accepts(p, 'named'));
    if (!parameter) {
      if (strict && !hasNamedRest) return `got an unexpected keyword argument '${name}'`;
      namedRest ??= new Map();
      namedRest.set(name, value);
    } else if (values.has(name)) {
      if (strict) return `got multiple values for argument '${name}'`;
    } else values.set(name, value);
  }
  return namedRest ?? NO_NAMED;
}

function misfit(fn: FunctionObject, detail: string): Binding {
  return { fits: false, detail: `${fn.name}() ${detail}` };
}

function accepts(parameter: Parameter, by: 'position' | 'named'): boolean {
  if (parameter.kind === 'normal') return true;
  return by === 'position' ? parameter.kind === 'positional-only' : parameter.kind === 'named-only';
}

function countPositional(parameters: readonly Parameter[]): number {
  return parameters.filter((p) => accepts(p, 'position')).length;
}

function bindPositional(
  parameters: readonly Parameter[],
  args: CallArguments,
  values: Map<string, Value>,
): number {
  let taken = 0;
  for (const parameter of parameters) {
    if (!accepts(parameter, 'position')) continue;
    const value = args.positional[taken];
    if (value === undefined) break;
    values.set(parameter.name, value);
    taken++;
  }
  return taken;
}

/** Gives every parameter without an argument its default; names those that have neither. */
function fillDefaults(
  fn: FunctionObject,
  args: CallArguments,
  values: Map<string, Value>,
  strict: boolean,
): string[] {
  const missing: string[] = [];
  const spread = args.morePositional ?? args.moreNamed;
  if (values.size === fn.node.parameters.length) return missing;
  for (const [index, parameter] of fn.node.parameters.entries()) {
    if (parameter.kind === 'rest' || parameter.kind === 'named-rest' || values.has(parameter.name)) continue;
    const fallback = fn.defaults[index];
    if (spread) {
      const given = unknown(`argument '${parameter.name}' comes from a spread that is not known`);
      values.set(parameter.name, fallback ? join(fallback, given) : given);
    } else if (fallback) values.set(parameter.name, fallback);
    else if (strict) missing.push(parameter.name);
    else
      values.set(parameter.name, fn.node.module.dialect.missingAttribute === 'undefined' ? UNDEFINED : NONE);
  }
  return missing;
}
