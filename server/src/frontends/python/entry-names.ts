/**
 * What the names of a Python file mean, as far as it can be told without running it: enough to see what is served.
 * Must not know how files are found: a lookup gives the module that an import names.
 */
import type { Span } from '../../base/span.ts';
import type {
  Block,
  ClassNode,
  Expression,
  FunctionNode,
  ImportNamesStatement,
  ModuleNode,
  ModuleReference,
  Statement,
} from '../../ir/nodes.ts';

/** The workspace's module that an import in `importer` names; `undefined` for a library. */
export type ModuleLookup = (
  reference: Pick<ModuleReference, 'name' | 'level'>,
  importer: ModuleNode,
) => ModuleNode | undefined;

/** Names of a module, or of a function in it. */
export interface NameScope {
  readonly lookup: ModuleLookup;
  readonly module: ModuleNode;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly outer: NameScope | undefined;
}

export type Binding =
  | { readonly kind: 'import-module'; readonly reference: Pick<ModuleReference, 'name' | 'level'> }
  | {
      readonly kind: 'import-name';
      readonly reference: Pick<ModuleReference, 'name' | 'level'>;
      readonly name: string;
    }
  | { readonly kind: 'function'; readonly function: FunctionNode }
  | { readonly kind: 'class'; readonly class: ClassNode }
  | { readonly kind: 'value'; readonly value: Expression; readonly span: Span };

export type Meaning =
  /** Dotted name in a library. */
  | { readonly kind: 'library'; readonly path: string }
  | { readonly kind: 'module'; readonly scope: NameScope }
  | { readonly kind: 'function'; readonly function: FunctionNode; readonly scope: NameScope }
  | { readonly kind: 'class'; readonly class: ClassNode; readonly scope: NameScope }
  | { readonly kind: 'value'; readonly value: Expression; readonly name: string; readonly scope: NameScope };

/** Chains of imports and aliases longer than this are not followed. */
const MAX_HOPS = 8;

export function moduleNames(module: ModuleNode, lookup: ModuleLookup): NameScope {
  return { lookup, module, bindings: bindingsOf(module.body), outer: undefined };
}

/** The names inside a function; the ones of its module are around them. */
export function functionNames(node: FunctionNode, scope: NameScope): NameScope {
  return { ...scope, bindings: bindingsOf(node.body().block), outer: scope };
}

/** What an expression names; `undefined` where it is computed. */
export function meaningOf(scope: NameScope, expression: Expression, hops = MAX_HOPS): Meaning | undefined {
  if (hops === 0) return undefined;
  if (expression.kind === 'name') return meaningOfName(scope, expression.name, hops - 1);
  if (expression.kind !== 'attribute') return undefined;
  const object = meaningOf(scope, expression.object, hops - 1);
  if (object?.kind === 'library') return { kind: 'library', path: `${object.path}.${expression.name}` };
  return object?.kind === 'module' ? memberOf(object.scope, expression.name, hops - 1) : undefined;
}

function meaningOfName(scope: NameScope, name: string, hops: number): Meaning | undefined {
  const binding = scope.bindings.get(name);
  if (binding) return meaningOfBinding(scope, name, binding, hops);
  return scope.outer ? meaningOfName(scope.outer, name, hops) : undefined;
}

function meaningOfBinding(
  scope: NameScope,
  name: string,
  binding: Binding,
  hops: number,
): Meaning | undefined {
  switch (binding.kind) {
    case 'function':
      return { kind: 'function', function: binding.function, scope };
    case 'class':
      return { kind: 'class', class: binding.class, scope };
    case 'value':
      if (binding.value.kind === 'name' && binding.value.name !== name)
        return meaningOf(scope, binding.value, hops);
      return { kind: 'value', value: binding.value, name, scope };
    case 'import-module':
      return importedModule(scope, binding.reference);
    case 'import-name':
      return importedName(scope, binding.reference, binding.name, hops);
  }
}

function importedModule(
  scope: NameScope,
  reference: Pick<ModuleReference, 'name' | 'level'>,
): Meaning | undefined {
  const module = scope.lookup(reference, scope.module);
  if (module) return { kind: 'module', scope: moduleNames(module, scope.lookup) };
  return reference.level === 0 ? { kind: 'library', path: reference.name } : undefined;
}

function importedName(
  scope: NameScope,
  reference: Pick<ModuleReference, 'name' | 'level'>,
  name: string,
  hops: number,
): Meaning | undefined {
  const module = scope.lookup(reference, scope.module);
  if (module) {
    const member = hops > 0 ? memberOf(moduleNames(module, scope.lookup), name, hops - 1) : undefined;
    if (member) return member;
  }
  const dotted = reference.name === '' ? name : `${reference.name}.${name}`;
  const inner = scope.lookup({ name: dotted, level: reference.level }, scope.module);
  if (inner) return { kind: 'module', scope: moduleNames(inner, scope.lookup) };
  return module || reference.level > 0 ? undefined : { kind: 'library', path: dotted };
}

function memberOf(scope: NameScope, name: string, hops: number): Meaning | undefined {
  return hops > 0 ? meaningOfName(scope, name, hops) : undefined;
}

/** Blocks never change, so what they bind is found once. */
const KNOWN = new WeakMap<Block, ReadonlyMap<string, Binding>>();

function bindingsOf(block: Block): ReadonlyMap<string, Binding> {
  const known = KNOWN.get(block);
  if (known) return known;
  const bindings = findBindings(block);
  KNOWN.set(block, bindings);
  return bindings;
}

function findBindings(block: Block): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const statement of flattened(block)) bind(bindings, statement);
  return bindings;
}

/** Statements of a block and of the blocks in it, in order; those of functions and classes left out. */
export function flattened(block: Block): readonly Statement[] {
  const found: Statement[] = [];
  const pending = [...block].reverse();
  for (let statement = pending.pop(); statement; statement = pending.pop()) {
    found.push(statement);
    for (const inner of innerBlocks(statement).toReversed()) pending.push(...inner.toReversed());
  }
  return found;
}

function innerBlocks(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map((branch) => branch.body), statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.otherwise,
        statement.final,
      ];
    case 'with':
      return [statement.body];
    case 'while':
    case 'for-each':
      return [statement.body, statement.otherwise];
    case 'match':
      return statement.cases.map((entry) => entry.body);
    default:
      return [];
  }
}

/** The last definition of a name counts, except that a fallback for a missing library does not hide the library. */
function bind(bindings: Map<string, Binding>, statement: Statement): void {
  switch (statement.kind) {
    case 'import-module': {
      const { binding, binds, module } = statement;
      const name = binds === 'leaf' ? module.name : (module.name.split('.')[0] ?? module.name);
      if (binding !== undefined)
        bindings.set(binding, { kind: 'import-module', reference: { name, level: module.level } });
      return;
    }
    case 'import-names':
      bindImported(bindings, statement);
      return;
    case 'function-declaration':
      bindings.set(statement.function.name, { kind: 'function', function: statement.function });
      return;
    case 'class-declaration':
      bindings.set(statement.class.name, { kind: 'class', class: statement.class });
      return;
    case 'assign':
      bindValue(bindings, statement);
      return;
    default:
      return;
  }
}

function bindImported(bindings: Map<string, Binding>, statement: ImportNamesStatement): void {
  const reference = { name: statement.module.name, level: statement.module.level };
  for (const { name, binding } of statement.names)
    bindings.set(binding, { kind: 'import-name', reference, name });
}

function bindValue(bindings: Map<string, Binding>, statement: Extract<Statement, { kind: 'assign' }>): void {
  for (const target of statement.targets) {
    if (target.kind !== 'name') continue;
    const isFallback = statement.value.kind === 'constant' && bindings.has(target.name);
    if (isFallback) continue;
    bindings.set(target.name, {
      kind: 'value',
      value: statement.value,
      span: { start: target.start, end: target.end },
    });
  }
}
