/** Setters of a module that keep nothing and pass their dependency on to another setter. Must not know any language. */
import type { Run } from '../engine/run.ts';
import type { Value } from '../engine/values.ts';
import type { FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { factsOf } from './facts.ts';
import { isHandingOver, isPrivate } from './infer-setters.ts';
import type { Inference } from './inference.ts';
import { placeIn } from './source.ts';
import type { InjectionPoint } from './types.ts';

export function forwardingSetters(inference: Inference, module: ModuleNode): readonly InjectionPoint[] {
  return module.body.flatMap((s) =>
    s.kind === 'function-declaration' ? forwardingSetter(inference, module, s.function) : [],
  );
}

function forwardingSetter(
  { vocabulary }: Inference,
  module: ModuleNode,
  fn: FunctionNode,
): readonly InjectionPoint[] {
  const { name, parameters } = fn;
  if (isPrivate(name) || !isHandingOver(name)) return [];
  const parameter = parameters.find((candidate) => vocabulary.speaks(candidate.name));
  if (!parameter || parameters.length !== 1) return [];
  const facts = factsOf(fn);
  const keeps = facts.stores.some(({ parameters: stored }) => stored.has(parameter.name));
  const passes = facts.calls.some(
    (call) =>
      isHandingOver(call.name) && vocabulary.speaks(call.name) && call.passed.includes(parameter.name),
  );
  if (keeps || !passes) return [];
  const about = { name, attribute: parameter.name, place: placeIn(module, fn.nameSpan), function: fn };
  return [
    {
      kind: 'module-setter',
      ...about,
      parameter: parameter.name,
      onClass: false,
      spoken: false,
      type: undefined,
      forwards: true,
    },
  ];
}

/** What startup gave to such a setter, call by call; none where nothing calls it. */
export function givenTo(run: Run, { function: fn, parameter }: InjectionPoint): readonly Value[] {
  return run.startupSteps.flatMap((step) => {
    if (step.kind !== 'enter' || step.function.node !== fn || step.phase !== 'startup') return [];
    const value = parameter === undefined ? undefined : step.args.get(parameter);
    return value ? [value] : [];
  });
}
