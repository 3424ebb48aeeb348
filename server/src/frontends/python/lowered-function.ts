/** A function whose body is lowered when it is first asked for. Must not know how a body is lowered: that is handed in. */
import type { Span } from '../../base/span.ts';
import type { Block, Expression, FunctionBody, FunctionNode, ModuleNode, Parameter } from '../../ir/nodes.ts';
import { bind, type FileLowering, functionScope, localNames, type Scope } from './scope.ts';

/** The part of a function that its definition shows. */
export interface FunctionHeader extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly form: FunctionNode['form'];
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
}

/** Where the body comes from. `lower` is one function for all bodies of a kind, so that no function needs a closure. */
export interface BodySource<Syntax> {
  readonly file: FileLowering;
  readonly privatePrefix: string;
  readonly syntax: Syntax;
  readonly lower: (scope: Scope, syntax: Syntax) => Block;
}

/** A class because it holds the source until `body()` has used it, and the result from then on. */
export class LoweredFunction<Syntax> implements FunctionNode {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly nameSpan: Span;
  readonly form: FunctionNode['form'];
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  readonly module: ModuleNode;
  private state: BodySource<Syntax> | FunctionBody;

  constructor(header: FunctionHeader, source: BodySource<Syntax>) {
    this.start = header.start;
    this.end = header.end;
    this.name = header.name;
    this.nameSpan = header.nameSpan;
    this.form = header.form;
    this.parameters = header.parameters;
    this.returnType = header.returnType;
    this.decorators = header.decorators;
    this.isAsync = header.isAsync;
    this.module = source.file.module;
    this.state = source;
  }

  body(): FunctionBody {
    const state = this.state;
    if ('block' in state) return state;
    const body = lowerBody(this.parameters, state);
    this.state = body;
    return body;
  }
}

function lowerBody<Syntax>(parameters: readonly Parameter[], source: BodySource<Syntax>): FunctionBody {
  const scope = functionScope(source.file, source.privatePrefix);
  for (const parameter of parameters) bind(scope, parameter.name);
  const block = source.lower(scope, source.syntax);
  return {
    block,
    isGenerator: scope.isGenerator,
    locals: localNames(scope),
    globals: scope.globals ?? NO_NAMES,
    nonlocals: scope.nonlocals ?? NO_NAMES,
    keepsScope: scope.keepsScope,
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();
