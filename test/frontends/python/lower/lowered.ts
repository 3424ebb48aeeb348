/** Short cuts for tests of the lowering. Must not hold expectations. */
import { lowerPythonModule } from '../../../../server/src/frontends/python/frontend.ts';
import type { FunctionBody, FunctionNode } from '../../../../server/src/ir/nodes.ts';
import { printModule } from '../../../../server/src/ir/printer.ts';

/** The printed program of a source, bodies of functions included. */
export function lowered(source: string): string {
  return printModule(lowerPythonModule('m.py', source));
}

/** The first function of the top level. */
export function firstFunction(source: string): FunctionNode {
  for (const statement of lowerPythonModule('m.py', source).body) {
    if (statement.kind === 'function-declaration') return statement.function;
  }
  throw new Error(`no function at the top level of ${source}`);
}

/** Scope of the first function of the top level, as plain data. */
export function scopeOf(source: string): {
  locals: string[];
  globals: string[];
  nonlocals: string[];
  isGenerator: boolean;
  keepsScope: boolean;
} {
  return plainScope(firstFunction(source).body());
}

function plainScope(body: FunctionBody) {
  return {
    locals: [...body.locals],
    globals: [...body.globals],
    nonlocals: [...body.nonlocals],
    isGenerator: body.isGenerator,
    keepsScope: body.keepsScope,
  };
}
