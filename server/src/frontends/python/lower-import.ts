/** Import statements to the IR (Python reference 7.11). Must not know where modules are found. */
import type { Span } from '../../base/span.ts';
import type { ImportedName, ModuleReference, Statement, Target } from '../../ir/nodes.ts';
import { bindName } from './lower-expression.ts';
import { missing } from './lower-hole.ts';
import { bind, privateName, type Scope } from './scope.ts';
import type { AliasSyntax, StatementSyntax } from './syntax.ts';

type Syntax<Kind extends StatementSyntax['kind']> = Extract<StatementSyntax, { kind: Kind }>;

/** `import a.b, c as d` is one statement for each module; a single one keeps the span of the whole statement. */
export function lowerImport(scope: Scope, node: Syntax<'Import'>, out: Statement[]): void {
  for (const alias of node.names) {
    out.push(importModule(scope, alias, node.names.length === 1 ? node : alias, node.lazy));
  }
}

export function lowerImportFrom(scope: Scope, node: Syntax<'ImportFrom'>): Statement {
  const { start, end, lazy } = node;
  const module = {
    start: node.module.start,
    end: node.module.end,
    name: node.module.name,
    level: node.level,
  };
  if (!isWhole(module)) return bindToHole(scope, node, module, node.names);
  const names: ImportedName[] = [];
  for (const alias of node.names) {
    const binding = bound(scope, alias.asName?.name ?? alias.name.name);
    names.push({ start: alias.start, end: alias.end, name: alias.name.name, binding });
  }
  return { kind: 'import-names', start, end, module, names, everything: node.star, lazy };
}

function importModule(scope: Scope, alias: AliasSyntax, span: Span, lazy: boolean): Statement {
  const { start, end, name } = alias.name;
  const module = { start, end, name, level: 0 };
  if (!isWhole(module)) return bindToHole(scope, span, module, [alias]);
  const binding = bound(scope, alias.asName?.name ?? topPackage(name));
  const binds = alias.asName === undefined ? 'top' : 'leaf';
  return { kind: 'import-module', start: span.start, end: span.end, module, binding, binds, lazy };
}

/** Whether the name is typed to its end: `a.` and `from import x` name no module, so nothing can be said of them. */
function isWhole({ name, level }: ModuleReference): boolean {
  return name === '' ? level > 0 : !name.endsWith('.') && !name.includes('..');
}

/** Names imported from a module that is only half typed: they are there, and nobody knows what they are. */
function bindToHole(scope: Scope, span: Span, module: Span, aliases: readonly AliasSyntax[]): Statement {
  const targets: Target[] = [];
  for (const { name, asName } of aliases) {
    targets.push(bindName(scope, asName?.name ?? topPackage(name.name), asName ?? name));
  }
  const reason = 'the name of the module is not complete';
  const value = missing(module, reason);
  return { kind: 'assign', start: span.start, end: span.end, targets, value, type: undefined };
}

function topPackage(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

function bound(scope: Scope, name: string): string {
  const spelled = privateName(scope, name);
  bind(scope, spelled);
  return spelled;
}
