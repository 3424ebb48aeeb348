/**
 * Which names a scope of JavaScript binds, and which of them a name in the text means. Must not know how nodes are lowered.
 *
 * Rules: ECMAScript 8.2 "Scope Analysis" and 14.2 to 14.3 (`var` belongs to the function, `let`, `const` and `class` to the block). The
 * program has scopes of functions only, so a name of a block that its function has already gets another one.
 */
import type { ts } from 'ts-morph';
import type {
  Block,
  ClassNode,
  Expression,
  FunctionNode,
  ModuleNode,
  SyntaxProblem,
} from '../../ir/nodes.ts';

/** What all scopes of one file share. */
export interface FileLowering {
  readonly module: ModuleNode;
  readonly source: ts.SourceFile;
  readonly problems: SyntaxProblem[];
  readonly rules: LoweringRules;
  /** Whether a field without a value is set to none all the same, also where a base class has set it. */
  readonly definesFields: boolean;
  /** Whether the text has the words `var` and `arguments` anywhere: in most files nobody has to look for them. */
  readonly words: { readonly var: boolean; readonly arguments: boolean };
  /** Names for what has none in the text. */
  nextName: number;
}

/** The functions that lower each other's parts, as a table, so that imports go one way. `frontend.ts` fills it. */
export interface LoweringRules {
  expression(scope: Scope, node: ts.Expression): Expression;
  /** Statements of a block in its own scope; declarations first. */
  block(scope: Scope, statements: readonly ts.Statement[]): Block;
  /** The same in the scope of what is around them, whose names are bound already. */
  statements(scope: Scope, statements: readonly ts.Statement[]): Block;
  function(scope: Scope, node: FunctionSyntax, naming: FunctionNaming): FunctionNode;
  /** `name` is where a class without one of its own gets it from. */
  class(scope: Scope, node: ts.ClassLikeDeclaration, name: ts.Node | undefined): LoweredClass;
}

export type FunctionSyntax =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.AccessorDeclaration
  | ts.ConstructorDeclaration;

export interface FunctionNaming {
  readonly form: FunctionNode['form'];
  /** Where a function without a name of its own gets it from: the variable or property that it is given to. */
  readonly name?: ts.Node | undefined;
}

export interface LoweredClass {
  readonly node: ClassNode;
  /** What runs once the class has its name: static fields and blocks. */
  readonly after: Block;
}

/** The function, or the top level of the module, that names belong to. */
export interface Owner {
  readonly kind: 'module' | 'function';
  readonly bound: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  /** Names that cannot be read before their declaration has run. */
  readonly declared: Set<string>;
  isGenerator: boolean;
  keepsScope: boolean;
}

/** One block, with those around it. */
export interface Scope {
  readonly file: FileLowering;
  readonly owner: Owner;
  readonly parent: Scope | undefined;
  /** Names in the text to names in the program. */
  readonly names: Map<string, string>;
  /** Label of the loop around, for `continue` inside a `switch`. */
  readonly loop: LoopContext | undefined;
  /** Name of the class around, for its own private names and statics. */
  readonly className: string | undefined;
}

export interface LoopContext {
  readonly label: string | undefined;
  /** Whether the nearest thing that `break` leaves is a `switch`. */
  readonly inSwitch: boolean;
}

export function newOwner(kind: Owner['kind']): Owner {
  return {
    kind,
    bound: new Set(),
    globals: new Set(),
    nonlocals: new Set(),
    declared: new Set(),
    isGenerator: false,
    keepsScope: false,
  };
}

export function moduleScope(file: FileLowering): Scope {
  return {
    file,
    owner: newOwner('module'),
    parent: undefined,
    names: new Map(),
    loop: undefined,
    className: undefined,
  };
}

export function functionScope(outer: Scope): Scope {
  const { file, className } = outer;
  return { file, owner: newOwner('function'), parent: outer, names: new Map(), loop: undefined, className };
}

export function blockScope(outer: Scope, loop = outer.loop): Scope {
  return { ...outer, parent: outer, names: new Map(), loop };
}

export function classScope(outer: Scope, className: string | undefined): Scope {
  return { ...outer, parent: outer, names: new Map(), className };
}

/** Binds a name in a block; gives the name that it has in the program. */
export function declare(scope: Scope, name: string): string {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const { bound } = scope.owner;
  let spelled = name;
  for (let count = 2; bound.has(spelled); count++) spelled = `${name}'${count}`;
  bound.add(spelled);
  scope.names.set(name, spelled);
  return spelled;
}

/** A name that no text can have. */
export function freshName(scope: Scope, purpose: string): string {
  const name = `#${purpose}${scope.file.nextName++}`;
  scope.owner.bound.add(name);
  return name;
}

/** The name in the program that a name in the text means; a name that nothing binds is a global one. */
export function resolve(scope: Scope, name: string): string {
  return find(scope, name)?.spelled ?? name;
}

/** Whether some scope of the file binds the name. */
export function isBound(scope: Scope, name: string): boolean {
  return find(scope, name) !== undefined;
}

/** The same for a name that is assigned to. */
export function resolveTarget(scope: Scope, name: string): string {
  const found = find(scope, name);
  if (!found || found.owner.kind === 'module') {
    if (scope.owner.kind === 'function') scope.owner.globals.add(found?.spelled ?? name);
  } else if (found.owner !== scope.owner) scope.owner.nonlocals.add(found.spelled);
  return found?.spelled ?? name;
}

function find(scope: Scope, name: string): { readonly spelled: string; readonly owner: Owner } | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const spelled = at.names.get(name);
    if (spelled !== undefined) return { spelled, owner: at.owner };
  }
  return undefined;
}
