/**
 * What one Python file says about starting an application: application objects, what the main program serves.
 * Decided on the top level and on the functions that it calls; nothing is run. Must not know other files but through a lookup.
 */
import type { Span } from '../../base/span.ts';
import type {
  Block,
  Expression,
  FunctionNode,
  ModuleNode,
  ModuleReference,
  Statement,
} from '../../ir/nodes.ts';
import { forEachCall } from '../../ir/walk.ts';
import {
  applicationMadeBy,
  applicationReturnedBy,
  type MadeApplication,
  type Protocol,
} from './entry-applications.ts';
import {
  flattened,
  functionNames,
  meaningOf,
  type ModuleLookup,
  moduleNames,
  type NameScope,
} from './entry-names.ts';
import { type Serving, servingIn } from './entry-serving.ts';

export type { ModuleLookup } from './entry-names.ts';
export type { Served } from './entry-serving.ts';

/** An application in a module variable. */
export interface PythonApplication {
  readonly name: string;
  /** The name where it is assigned. */
  readonly span: Span;
  readonly protocol: Protocol;
  /** Dotted name of the library class that it is. */
  readonly library: string;
  /** Whether something is asked to run before it serves. */
  readonly hasStartup: boolean;
  /** The lifespan, where it stands in the same file. */
  readonly lifespan: { readonly name: string; readonly span: Span } | undefined;
}

/** A function that makes an application and needs nothing for it. */
export interface PythonFactory {
  readonly name: string;
  readonly span: Span;
  readonly protocol: Protocol;
}

/** The code that runs when the file is run as a program. */
export interface PythonMain extends Serving {
  /** The condition's line, or the file's first statement where nothing is guarded. */
  readonly span: Span;
  readonly isGuarded: boolean;
  /** Whether it does nothing but serve: then importing the application is the same. */
  readonly onlyServes: boolean;
}

export interface PythonImport {
  readonly reference: Pick<ModuleReference, 'name' | 'level'>;
  /** What is imported from the module; `undefined` where it is the module itself. */
  readonly name: string | undefined;
}

export interface PythonStarts {
  /** Applications that nothing else in the file wraps or mounts. */
  readonly applications: readonly PythonApplication[];
  /** Functions with one of the usual names for it. */
  readonly factories: readonly PythonFactory[];
  readonly main: PythonMain | undefined;
  /** The imports of the top level, as they are written. */
  readonly imports: readonly PythonImport[];
}

export function startsOf(module: ModuleNode, lookup: ModuleLookup): PythonStarts {
  const scope = moduleNames(module, lookup);
  const applications = applicationsOf(scope);
  return { applications, factories: factoriesOf(scope), main: mainOf(scope), imports: importsOf(module) };
}

/** What a named function starts, for console scripts. */
export function servingOfFunction(
  module: ModuleNode,
  name: string,
  lookup: ModuleLookup,
): Serving | undefined {
  const scope = moduleNames(module, lookup);
  const meaning = meaningOf(scope, nameExpression(name));
  if (meaning?.kind !== 'function') return undefined;
  const inner = functionNames(meaning.function, meaning.scope);
  return servingIn(meaning.scope, meaning.function.body().block, inner);
}

/** Whether a name of the module is an application, a function that returns one, another function, or not there at all. */
export function sortOf(
  module: ModuleNode,
  name: string,
  lookup: ModuleLookup,
): 'application' | 'factory' | 'function' | 'value' | undefined {
  const scope = moduleNames(module, lookup);
  const meaning = meaningOf(scope, nameExpression(name));
  if (!meaning) return scope.bindings.has(name) ? 'value' : undefined;
  if (meaning.kind === 'function')
    return applicationReturnedBy(meaning.function, meaning.scope) ? 'factory' : 'function';
  return applicationMadeBy(scope, nameExpression(name)) ? 'application' : 'value';
}

/** Where a name is bound at the top level. */
export function placeOfName(module: ModuleNode, name: string, lookup: ModuleLookup): Span | undefined {
  const binding = moduleNames(module, lookup).bindings.get(name);
  if (binding?.kind === 'value') return binding.span;
  if (binding?.kind === 'function') return binding.function.nameSpan;
  return binding?.kind === 'class' ? binding.class.nameSpan : undefined;
}

function nameExpression(name: string): Expression {
  return { kind: 'name', name, start: 0, end: 0 };
}

function applicationsOf(scope: NameScope): readonly PythonApplication[] {
  const found: PythonApplication[] = [];
  for (const [name, binding] of scope.bindings) {
    if (binding.kind !== 'value' || binding.value.kind !== 'call') continue;
    const made = applicationMadeBy(scope, binding.value);
    if (made) found.push(application(scope, name, binding.span, made));
  }
  return found.length > 1 ? outermost(scope, found) : found;
}

function application(scope: NameScope, name: string, span: Span, made: MadeApplication): PythonApplication {
  const { protocol, library } = made;
  const lifespan = lifespanOf(scope, made);
  const hasStartup =
    lifespan !== undefined || STARTUP.test(scope.module.text) || STARTUP.test(made.scope.module.text);
  return { name, span, protocol, library, hasStartup, lifespan };
}

/** Words that every way of running something at startup has. */
const STARTUP =
  /\b(?:lifespan|on_event|on_startup|add_event_handler|before_serving|before_server_start|before_first_request|cleanup_ctx)\b/;

const FACTORY = /^(?:create|make|build|get)_(?:\w+_)?(?:app|application|api|server)$/;

function factoriesOf(scope: NameScope): readonly PythonFactory[] {
  const found: PythonFactory[] = [];
  for (const [name, binding] of scope.bindings) {
    if (binding.kind !== 'function' || !FACTORY.test(name) || needsArguments(binding.function)) continue;
    const made = applicationReturnedBy(binding.function, scope);
    if (made) found.push({ name, span: binding.function.nameSpan, protocol: made.protocol });
  }
  return found;
}

function needsArguments({ parameters }: FunctionNode): boolean {
  return parameters.some(
    ({ kind, defaultValue }) => !defaultValue && kind !== 'rest' && kind !== 'named-rest',
  );
}

function lifespanOf(
  scope: NameScope,
  { call, scope: where }: MadeApplication,
): PythonApplication['lifespan'] {
  const value = call.args.find((argument) => argument.name === 'lifespan')?.value;
  const meaning = value && meaningOf(where, value);
  if (meaning?.kind !== 'function' || meaning.scope.module !== scope.module) return undefined;
  return { name: meaning.function.name, span: meaning.function.nameSpan };
}

/** Without those that stand inside another one of the file: `socketio.ASGIApp(sio, app)`, `app.mount("/x", inner)`. */
function outermost(scope: NameScope, all: readonly PythonApplication[]): readonly PythonApplication[] {
  const names = new Set(all.map(({ name }) => name));
  const inner = new Set<string>();
  forEachCall(scope.module.body, (call) => {
    const passed = call.args.flatMap(({ value }) =>
      value.kind === 'name' && names.has(value.name) ? [value.name] : [],
    );
    if (passed.length === 0) return;
    const isMount = call.callee.kind === 'attribute' && MOUNTS.has(call.callee.name);
    if (isMount || applicationMadeBy(scope, call)) for (const name of passed) inner.add(name);
  });
  return all.filter(({ name }) => !inner.has(name));
}

const MOUNTS = new Set(['mount', 'Mount', 'add_subapp']);

function mainOf(scope: NameScope): PythonMain | undefined {
  const guard = scope.module.body.find(isMainGuard);
  if (guard?.kind === 'if') {
    const block = guard.branches[0]?.body ?? [];
    return {
      ...servingIn(scope, block),
      span: headOf(guard),
      isGuarded: true,
      onlyServes: onlyServes(scope, block),
    };
  }
  if (!SERVING.test(scope.module.text)) return undefined;
  const serving = servingIn(scope, scope.module.body);
  const [first] = serving.served;
  return first && { ...serving, span: first.span, isGuarded: false, onlyServes: false };
}

/** What every call that serves has in its name. */
const SERVING =
  /\b(?:run|run_app|run_simple|serve|server|Server|Config|make_server|listen|Granian|AppRunner|WSGIServer|Mangum)\s*\(/;

function headOf(statement: Statement): Span {
  return { start: statement.start, end: statement.start };
}

/** `if __name__ == "__main__":`, either way round. */
function isMainGuard(statement: Statement): boolean {
  const test = statement.kind === 'if' ? statement.branches[0]?.test : undefined;
  if (test?.kind !== 'compare' || test.rest.length !== 1 || test.rest[0]?.operator !== 'equal') return false;
  const sides = [test.first, test.rest[0].operand];
  const isName = sides.some((side) => side.kind === 'name' && side.name === '__name__');
  return isName && sides.some((side) => side.kind === 'constant' && side.value === '__main__');
}

/** Whether a block has no effect on the application but to serve it; a function that it calls is looked into once. */
function onlyServes(scope: NameScope, block: Block, depth = 1): boolean {
  return flattened(block).every((statement) => isHarmless(scope, statement, depth));
}

function isHarmless(scope: NameScope, statement: Statement, depth: number): boolean {
  switch (statement.kind) {
    case 'import-module':
    case 'import-names':
    case 'declare':
    case 'return':
    case 'if':
    case 'try':
      return true;
    case 'assign':
      return statement.targets.every((target) => target.kind === 'name');
    case 'expression':
      return isHarmlessExpression(scope, statement.expression, depth);
    default:
      return false;
  }
}

function isHarmlessExpression(scope: NameScope, expression: Expression, depth: number): boolean {
  if (expression.kind === 'constant') return true;
  const call = expression.kind === 'await' ? expression.value : expression;
  if (call.kind !== 'call') return false;
  const meaning = meaningOf(scope, call.callee);
  if (meaning?.kind === 'library')
    return call.args.every(({ value }) => value.kind !== 'call' || isHarmlessExpression(scope, value, depth));
  if (meaning?.kind === 'function') {
    return (
      depth > 0 &&
      onlyServes(functionNames(meaning.function, meaning.scope), meaning.function.body().block, depth - 1)
    );
  }
  if (call.callee.kind === 'name') return HARMLESS_BUILTINS.has(call.callee.name);
  return call.callee.kind === 'attribute' && HARMLESS_METHODS.test(call.callee.name);
}

const HARMLESS_BUILTINS = new Set(['print', 'exit', 'quit']);
/** Of loggers, argument parsers, servers and event loops. */
const HARMLESS_METHODS =
  /^(?:debug|info|warning|error|critical|log|add_argument|parse_args|run|serve|listen|exit)$/;

/** Absolute and relative imports of the top level, guarded ones included. */
export function importsOf(module: ModuleNode): readonly PythonImport[] {
  const found: PythonImport[] = [];
  for (const statement of flattened(module.body)) {
    if (statement.kind === 'import-module') found.push({ reference: statement.module, name: undefined });
    if (statement.kind !== 'import-names') continue;
    for (const { name } of statement.names) found.push({ reference: statement.module, name });
  }
  return found;
}
