/** Patterns of `match`, over whatever stands for an expression, so that expressions need not be known here. */
import type { Span } from '../base/span.ts';

export type PatternOf<Value> = Span &
  (
    | { readonly kind: 'any' }
    | { readonly kind: 'value'; readonly value: Value }
    | { readonly kind: 'capture'; readonly name: string; readonly pattern: PatternOf<Value> | undefined }
    | { readonly kind: 'or'; readonly alternatives: readonly PatternOf<Value>[] }
    | { readonly kind: 'sequence'; readonly elements: readonly PatternOf<Value>[] }
    | { readonly kind: 'rest'; readonly name: string | undefined }
    | {
        readonly kind: 'mapping';
        readonly entries: readonly { readonly key: Value; readonly pattern: PatternOf<Value> }[];
        readonly rest: string | undefined;
      }
    | {
        readonly kind: 'class';
        readonly class: Value;
        readonly positional: readonly PatternOf<Value>[];
        readonly named: readonly { readonly name: string; readonly pattern: PatternOf<Value> }[];
      }
  );
