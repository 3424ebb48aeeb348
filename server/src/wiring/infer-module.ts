/** Contracts of modules: a variable that is none until a function, or other code, sets it. Must not know any language. */
import type { ModuleObject } from '../engine/objects.ts';
import type { Expression, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import { eachStatement } from '../ir/outline.ts';
import { forEachStatement } from '../ir/walk.ts';
import { isNone } from './classes.ts';
import { factsOf } from './facts.ts';
import {
  handsOverObject,
  isDirect,
  isHandingOver,
  isPrivate,
  speaksOf,
  storedParameter,
} from './infer-setters.ts';
import { forwardingSetters } from './forwarding.ts';
import { mayHoldName } from './identifiers.ts';
import type { Inference } from './inference.ts';
import { lastName, namesIn, placeIn } from './source.ts';
import { statedType } from './stated-type.ts';
import type { Contract, InjectionPoint } from './types.ts';
import { namesObject } from './vocabulary.ts';

interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function inferModule(inference: Inference, module: ModuleObject): readonly Contract[] {
  const { node } = module;
  if (!node) return [];
  const name = inference.code.nameOf(node);
  const variables = noneVariables(node);
  const points: InjectionPoint[] = [...forwardingSetters(inference, node)];
  for (const variable of variables) {
    const point =
      setterOf(inference, node, variable) ??
      makerOf(inference, node, variable) ??
      assignedOutside(inference, node, name, variable) ??
      neverAssigned(inference, node, variable);
    if (point) points.push(point);
  }
  const place = placeIn(node, { start: 0, end: 0 });
  return points.map((point) => {
    const users = point.forwards ? [] : moduleUsers(inference, node, point.attribute, point.function);
    return {
      kind: 'module',
      name,
      definition: node,
      place,
      point,
      declared: undefined,
      legacy: [],
      isLegacy: false,
      rivals: [],
      users,
    };
  });
}

/** Variables that the top level leaves none, or only declares. */
function noneVariables(node: ModuleNode): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const s of node.body) {
    if (s.kind === 'assign') {
      for (const target of s.targets) {
        if (target.kind !== 'name') continue;
        if (isNone(s.value))
          found.set(target.name, { name: target.name, start: target.start, end: target.end });
        else found.delete(target.name);
      }
    }
    if (s.kind === 'declare' && s.target.kind === 'name' && !found.has(s.target.name)) {
      found.set(s.target.name, { name: s.target.name, start: s.target.start, end: s.target.end });
    }
  }
  return [...found.values()];
}

function writersOf(inference: Inference, node: ModuleNode, variable: string): readonly FunctionNode[] {
  return inference.code
    .functionsIn(node, variable)
    .map((found) => found.node)
    .filter(
      (fn) =>
        fn.body().globals.has(variable) &&
        factsOf(fn).stores.some((s) => s.owner === 'name' && s.attribute === variable && !isNone(s.value)),
    );
}

function setterOf(inference: Inference, node: ModuleNode, variable: Variable): InjectionPoint | undefined {
  for (const fn of writersOf(inference, node, variable.name)) {
    for (const stored of factsOf(fn).stores) {
      if (stored.owner !== 'name' || stored.attribute !== variable.name) continue;
      const parameter = storedParameter(inference.vocabulary, fn, stored);
      if (!parameter) continue;
      const spoken = speaksOf(inference.vocabulary, fn, fn.name, parameter, variable.name);
      if (!spoken && !handsOverObject(inference, fn, stored, parameter)) continue;
      return {
        kind: 'module-setter',
        name: fn.name,
        attribute: variable.name,
        place: placeIn(node, fn.nameSpan),
        function: fn,
        parameter: parameter.name,
        onClass: false,
        spoken,
        type: isDirect(stored) ? statedType(fn, parameter.type) : undefined,
      };
    }
  }
  return undefined;
}

/** A function that makes the dependency itself and keeps it: it has to be called. One that gives it back makes it when it is asked. */
function makerOf(inference: Inference, node: ModuleNode, variable: Variable): InjectionPoint | undefined {
  const spoken = inference.vocabulary.speaks(variable.name);
  if (!spoken && !namesObject(variable.name)) return undefined;
  const writers = writersOf(inference, node, variable.name);
  const [maker] = writers;
  if (maker && !spoken && isPrivate(maker.name)) return undefined;
  if (!maker || writers.length > 1 || !isHandingOver(maker.name) || givesBack(maker, variable.name))
    return undefined;
  const place = placeIn(node, maker.nameSpan);
  const about = { name: maker.name, attribute: variable.name, place, function: maker };
  return { kind: 'module-setter', ...about, parameter: undefined, onClass: false, spoken, type: undefined };
}

function givesBack(fn: FunctionNode, variable: string): boolean {
  let found = false;
  eachStatement(fn.body().block, (s) => {
    if (s.kind === 'return' && s.value) found ||= namesIn(s.value).has(variable);
  });
  return found;
}

function assignedOutside(
  inference: Inference,
  node: ModuleNode,
  name: string,
  variable: Variable,
): InjectionPoint | undefined {
  const spoken = inference.vocabulary.speaks(variable.name);
  if (!spoken && !namesObject(variable.name)) return undefined;
  if (writersOf(inference, node, variable.name).length > 0) return undefined;
  if (!isAssignedOutside(inference, node, name, variable.name)) return undefined;
  const place = placeIn(node, variable);
  const about = { name: variable.name, attribute: variable.name, place, function: undefined };
  return { kind: 'attribute', ...about, parameter: undefined, onClass: false, spoken, type: undefined };
}

/** A variable of the vocabulary that functions call through and nothing ever sets, in this module or from outside. */
function neverAssigned(
  inference: Inference,
  node: ModuleNode,
  variable: Variable,
): InjectionPoint | undefined {
  if (!inference.vocabulary.speaks(variable.name) || inference.code.assignmentsTo(variable.name).length > 0)
    return undefined;
  if (bindingsOf(node, variable.name) > 1) return undefined;
  const place = placeIn(node, variable);
  const about = { name: variable.name, attribute: variable.name, place, function: undefined };
  return { kind: 'attribute', ...about, parameter: undefined, onClass: false, spoken: true, type: undefined };
}

/** How often the text of a module may bind a name: rather too many. */
function bindingsOf({ text }: ModuleNode, name: string): number {
  const word = name.replaceAll('$', String.raw`\$`);
  const binding = new RegExp(
    String.raw`(?<![\w$.])${word}\s*(?::[^=\n]*)?(?:[-+*/|&?]{0,2}=(?![=>])|[,\])}][^\n;]*=(?![=>]))|\b(?:as|for|global|class|def|function|import)\s+${word}(?![\w$])`,
    'g',
  );
  return [...text.matchAll(binding)].length;
}

function isAssignedOutside(inference: Inference, node: ModuleNode, name: string, variable: string): boolean {
  if (inference.writesTo(variable).some(({ object }) => object.kind === 'module' && object.node === node))
    return true;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return inference.code
    .assignmentsTo(variable)
    .some((site) => site.place.module !== node && lastName(site.receiver ?? NOWHERE) === last);
}

const NOWHERE: Expression = { kind: 'missing', reason: '', start: 0, end: 0 };

/** Functions of the module, or of others that read it from the module, that call through the variable or pass it on. */
export function moduleUsers(
  inference: Inference,
  node: ModuleNode,
  variable: string,
  setter: FunctionNode | undefined,
): readonly FunctionNode[] {
  const users: FunctionNode[] = [];
  for (const { node: fn } of inference.code.functionsIn(node, variable)) {
    if (fn !== setter && !fn.body().locals.has(variable) && factsOf(fn).nameUses.has(variable))
      users.push(fn);
  }
  const name = inference.code.nameOf(node);
  const last = name.slice(name.lastIndexOf('.') + 1);
  for (const module of inference.code.modulesNaming(variable)) {
    if (module === node) continue;
    let imported: boolean | undefined;
    for (const { node: fn } of inference.code.functionsIn(module, variable)) {
      const facts = factsOf(fn);
      const uses =
        facts.foreignUses.get(last)?.has(variable) === true ||
        (facts.nameUses.has(variable) && (imported ??= importsName(module, last, variable)));
      if (uses) users.push(fn);
    }
  }
  return users;
}

function importsName(module: ModuleNode, from: string, name: string): boolean {
  let found = false;
  if (!mayHoldName(module, from)) return found;
  forEachStatement(
    module.body,
    (s) => {
      if (s.kind === 'import-names' && s.module.name.split('.').pop() === from)
        found ||= s.names.some((imported) => imported.name === name);
    },
    { intoFunctions: true },
  );
  return found;
}
