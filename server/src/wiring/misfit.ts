/** Why the arguments of a call do not fit, in words. Must not know which check asks. */
import type { ClassObject } from '../engine/objects.ts';
import type { RaiseCause } from '../engine/steps.ts';
import type { CallExpression } from '../ir/nodes.ts';
import { quoted } from './words.ts';

/** Why arguments do not fit, from the parameters and the call. */
export function misfit(
  cause: Extract<RaiseCause, { kind: 'argument-mismatch' }>,
  call: CallExpression,
): string {
  if (cause.callee.kind === 'class') return missingField(cause.callee, call) ?? cause.detail;
  const { node, owner } = cause.callee;
  const receiver = owner && node.module.dialect.receiver === 'first-parameter' ? 1 : 0;
  const parameters = node.parameters.slice(receiver);
  const named = call.args.flatMap((argument) => (argument.name === undefined ? [] : [argument.name]));
  const strange = named.find((name) => !parameters.some((parameter) => parameter.name === name));
  if (strange !== undefined && !parameters.some((parameter) => parameter.kind === 'named-rest'))
    return `it has no parameter ${quoted(strange)}`;
  const given = call.args.filter(
    (argument) => argument.name === undefined && argument.spread === 'none',
  ).length;
  const takes = parameters.filter(
    (parameter) => parameter.kind === 'normal' || parameter.kind === 'positional-only',
  );
  if (given > takes.length)
    return `it takes ${takes.length} ${takes.length === 1 ? 'argument' : 'arguments'} and receives ${given}`;
  const missing = takes
    .slice(given)
    .concat(parameters.filter((parameter) => parameter.kind === 'named-only'));
  const first = missing.find(
    (parameter) => parameter.defaultValue === undefined && !named.includes(parameter.name),
  );
  return first ? `it needs an argument ${quoted(first.name)}` : cause.detail;
}

/** The first field of a record that a call does not give. */
function missingField(type: ClassObject, call: CallExpression): string | undefined {
  const fields = [...type.mro]
    .reverse()
    .flatMap((base) => base.fields.filter((field) => !field.classVariable));
  const names = [...new Set(fields.map(({ name }) => name))];
  const given = call.args.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const missing = names
    .filter((name) => !given.includes(name))
    .slice(call.args.length - given.length)
    .find((name) => fields.every((field) => field.name !== name || !field.hasDefault));
  return missing === undefined ? undefined : `it needs an argument ${quoted(missing)}`;
}
