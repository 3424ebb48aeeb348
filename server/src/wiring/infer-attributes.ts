/** Attributes that are none after construction and that the class leaves to others. Must not know any language. */
import { contains } from '../base/span.ts';
import type { ClassObject, Place } from '../engine/objects.ts';
import type { Atom } from '../engine/values.ts';
import type { ClassNode, Expression, FunctionNode } from '../ir/nodes.ts';
import { constructionOf, initialValue, methodsOf } from './classes.ts';
import { classValues, factsOf } from './facts.ts';
import { isPrivate } from './infer-setters.ts';
import type { Inference } from './inference.ts';
import { lastName, placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import type { InjectionPoint } from './types.ts';
import { namesObject, wordsOf } from './vocabulary.ts';

/** Attributes that begin as none and that other code assigns; those of the vocabulary also where nothing does. */
export function openAttributes(inference: Inference, type: ClassObject): readonly InjectionPoint[] {
  const points: InjectionPoint[] = [];
  for (const found of noneAttributes(inference, type)) {
    const { attribute, start, end, module, stated } = found;
    const speaks = inference.vocabulary.speaks(attribute) && !isPlain(inference, stated);
    const given = receivesObject(inference, type, found);
    if (!speaks && (!given || isRecord(inference, type))) continue;
    if (setElsewhere(inference, type, attribute)) continue;
    const place = placeIn(module, { start, end });
    const about = { name: attribute, attribute, place, function: undefined, parameter: undefined };
    const spoken = speaks && (given || isGivenToOthers(inference, attribute));
    points.push({ kind: 'attribute', ...about, onClass: false, spoken, type: stated });
  }
  return points;
}

/** Whether a class only holds data: neither it nor what inherits from it does anything. */
function isRecord(inference: Inference, type: ClassObject): boolean {
  const { constructor } = inference.run.machine.dialect.names;
  return inference
    .family(type)
    .every((member) => methodsOf(inference.run, member).every(({ name }) => name === constructor));
}

/** Whether other components get something under that name: then one that nobody gives anything was forgotten. */
function isGivenToOthers(inference: Inference, attribute: string): boolean {
  return inference.writesTo(attribute).length > 0 || inference.code.assignmentsTo(attribute).length > 0;
}

function isPlain({ run }: Inference, stated: string | undefined): boolean {
  const { root, function: callable, ...types } = run.machine.dialect.types;
  return (
    stated !== undefined && stated !== root && stated !== callable && Object.values(types).includes(stated)
  );
}

/** Whether other code gives the attribute an object: seen in the run, else as the text stands, where the names do not say otherwise. */
function receivesObject(inference: Inference, type: ClassObject, found: NoneAttribute): boolean {
  const { attribute } = found;
  if (found.isField) return false;
  const writes = inference
    .writesTo(attribute)
    .filter(({ object }) => object.kind === 'instance' && object.class.mro.includes(type));
  const isGiven = (atom: Atom): boolean => isObject(atom) || isSpokenLibrary(inference, atom);
  if (writes.length > 0) return writes.some(({ value }) => value.atoms.some(isGiven));
  if (isPrivate(attribute) || !namesObject(attribute)) return false;
  return inference.code
    .assignmentsTo(attribute)
    .some(
      ({ receiver, place }) =>
        !isWithin(place, type.node) && related(lastName(receiver ?? NOWHERE), type.name),
    );
}

/** Something that does more than hold data. */
export function isObject(atom: Atom): boolean {
  if (atom.kind === 'instance') return !atom.class.isModel;
  return atom.kind === 'function' || atom.kind === 'bound' || atom.kind === 'class' || atom.kind === 'module';
}

/** An object of a library that the vocabulary speaks of: `Server` of `socket.io`. */
function isSpokenLibrary({ vocabulary }: Inference, atom: Atom): boolean {
  return atom.kind === 'instance' && atom.class.isModel && vocabulary.speaks(atom.class.qualifiedName);
}

function isWithin(place: Place, node: ClassNode | undefined): boolean {
  return place.module === node?.module && contains(node, place);
}

const NOWHERE: Expression = { kind: 'missing', reason: '', start: 0, end: 0 };

interface NoneAttribute {
  readonly attribute: string;
  readonly start: number;
  readonly end: number;
  readonly module: ClassNode['module'];
  readonly stated: string | undefined;
  /** A field that the class body declares with a type, as records do. */
  readonly isField: boolean;
}

function noneAttributes(inference: Inference, type: ClassObject): readonly NoneAttribute[] {
  const found: NoneAttribute[] = [];
  if (!type.node) return found;
  const { module } = type.node;
  const construction = constructionOf(inference.run, type);
  const made = new Set(construction.flatMap((node) => attributesMade(node)));
  for (const node of construction) {
    for (const stored of factsOf(node).stores) {
      if (stored.owner !== 'receiver' || made.has(stored.attribute)) continue;
      if (initialValue(inference.run, type, stored.attribute) !== 'none') continue;
      found.push({
        attribute: stored.attribute,
        start: stored.start,
        end: stored.end,
        module,
        stated: statedType(node, stored.type),
        isField: false,
      });
    }
  }
  for (const name of classValues(type.node).keys()) {
    if (initialValue(inference.run, type, name) !== 'none') continue;
    for (const s of type.node.body) {
      const target = s.kind === 'assign' ? s.targets[0] : undefined;
      if (s.kind === 'assign' && target?.kind === 'name' && target.name === name)
        found.push({
          attribute: name,
          start: target.start,
          end: target.end,
          module,
          stated: statedType(type.node, s.type),
          isField: s.type !== undefined,
        });
    }
  }
  return found;
}

/** Attributes that the object makes itself, sometimes at least. */
function attributesMade(node: FunctionNode): readonly string[] {
  return factsOf(node).stores.flatMap(({ owner, attribute, value }) =>
    owner === 'receiver' && (value.kind === 'call' || value.kind === 'await') ? [attribute] : [],
  );
}

/** Whether a method other than the constructor stores the attribute: then the object takes care of it itself. */
export function setElsewhere(inference: Inference, type: ClassObject, attribute: string): boolean {
  const names = inference.run.machine.dialect.names;
  for (const base of inference.family(type)) {
    for (const method of methodsOf(inference.run, base)) {
      if (method.name === names.constructor) continue;
      if (
        factsOf(method.function.node).stores.some(
          (stored) =>
            stored.owner === 'receiver' && stored.attribute === attribute && !isNoneValue(stored.value),
        )
      )
        return true;
    }
  }
  return false;
}

function isNoneValue(value: Expression): boolean {
  return value.kind === 'constant' && (value.type === 'none' || value.type === 'undefined');
}

/** Whether a variable's name may stand for an object of a class: they share a word. Nothing to go by counts as related. */
export function related(name: string | undefined, type: string): boolean {
  if (name === undefined) return true;
  const words = wordsOf(type);
  return wordsOf(name).some(
    (word) => words.includes(word) || words.includes(word.replace(/s$/, '')) || words.includes(`${word}s`),
  );
}
