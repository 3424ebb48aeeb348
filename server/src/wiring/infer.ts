/** Contracts that follow from the code of classes: what stores a parameter that is none until then. Must not know any language. */
import type { ClassObject } from '../engine/objects.ts';
import type { ClassNode, FunctionNode } from '../ir/nodes.ts';
import { constructorsOf, methodsOf, optionalParameter } from './classes.ts';
import { factsOf } from './facts.ts';
import { openAttributes, related, setElsewhere } from './infer-attributes.ts';
import { isPlainData, mentions, settersOf } from './infer-setters.ts';
import type { Inference } from './inference.ts';
import { placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import type { Contract, InjectionPoint } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The contracts of one class. Points whose attribute nothing uses come as `legacy` of the others. */
export function inferClass(inference: Inference, type: ClassObject): readonly Contract[] {
  const { node } = type;
  if (!node) return [];
  const points = pointsOf(inference, type);
  const users = new Map(points.map((point) => [point, usersOf(inference, type, point.attribute)]));
  const unused = points.filter((point) => point.spoken && users.get(point)?.length === 0);
  return points.map((point) => ({
    ...contractOf(type, node, point, unused.includes(point) || !point.spoken ? [] : unused),
    rivals: points.filter(
      (other) => other !== point && !unused.includes(other) && areRivals(inference.vocabulary, point, other),
    ),
    isLegacy: unused.includes(point) && points.some((other) => other.spoken && !unused.includes(other)),
    users: users.get(point) ?? [],
  }));
}

/** Two setters that look as if one could stand for the other. */
function areRivals(vocabulary: Vocabulary, a: InjectionPoint, b: InjectionPoint): boolean {
  return (
    a.spoken &&
    b.spoken &&
    a.kind === 'setter' &&
    b.kind === 'setter' &&
    vocabulary.share(a.attribute, b.attribute)
  );
}

/** A contract without anybody who uses it. */
export function contractOf(
  type: ClassObject,
  node: ClassNode,
  point: InjectionPoint,
  legacy: readonly InjectionPoint[],
): Contract {
  const place = placeIn(node.module, node.nameSpan);
  return {
    kind: 'class',
    name: type.name,
    definition: node,
    place,
    point,
    declared: undefined,
    legacy,
    isLegacy: false,
    rivals: [],
    users: [],
  };
}

function pointsOf(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  const taken = (attribute: string): boolean =>
    points.some((point) => point.attribute === attribute) || inherited(inference, type, attribute);
  const setters = settersOf(inference, type);
  for (const spoken of [true, false])
    for (const point of setters) if (point.spoken === spoken && !taken(point.attribute)) points.push(point);
  for (const point of optionalArguments(inference, type)) if (!taken(point.attribute)) points.push(point);
  for (const point of openAttributes(inference, type)) if (!taken(point.attribute)) points.push(point);
  return points;
}

/** Whether a base class has an injection point for the attribute: then the contract is the base's. */
function inherited(inference: Inference, type: ClassObject, attribute: string): boolean {
  return type.mro
    .slice(1)
    .some(
      (base) =>
        !base.isModel &&
        base.node &&
        settersOf(inference, base).some((point) => point.attribute === attribute),
    );
}

/** Constructor parameters that may be left out, and are kept. */
function optionalArguments(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  for (const node of constructorsOf(inference.run, type)) {
    if (!mentions(inference, node)) continue;
    for (const stored of factsOf(node).stores) {
      const name = stored.owner === 'receiver' ? optionalParameter(node, stored.value) : undefined;
      const parameter = node.parameters.find((candidate) => candidate.name === name);
      if (!parameter || isPlainData(node, parameter)) continue;
      const speaks =
        inference.vocabulary.speaks(parameter.name) ||
        inference.vocabulary.speaks(statedType(node, parameter.type));
      if (!speaks || setElsewhere(inference, type, stored.attribute)) continue;
      const place = placeIn(node.module, {
        start: parameter.start,
        end: parameter.start + parameter.name.length,
      });
      points.push({
        kind: 'constructor',
        name: parameter.name,
        attribute: stored.attribute,
        place,
        function: node,
        parameter: parameter.name,
        onClass: false,
        spoken: true,
        type: statedType(node, parameter.type),
      });
    }
  }
  return points;
}

/** Functions that call through the attribute, pass it on or give it back: methods, and other code that has such an object. */
export function usersOf(inference: Inference, type: ClassObject, attribute: string): readonly FunctionNode[] {
  const users = new Set<FunctionNode>();
  for (const member of inference.family(type)) {
    for (const { function: fn } of methodsOf(inference.run, member))
      if (factsOf(fn.node).uses.has(attribute)) users.add(fn.node);
  }
  for (const { node } of inference.code.functionsNaming(`.${attribute}`)) {
    for (const [through, names] of factsOf(node).foreignUses)
      if (names.has(attribute) && related(through, type.name)) users.add(node);
  }
  return [...users];
}
