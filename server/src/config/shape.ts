/**
 * The little language that the configuration schema is written in, and the TypeScript types that follow from it.
 * Must not know any particular setting.
 */

/** What a value may be. */
export type Shape = TextShape | NumberShape | ChoiceShape | ListShape | MapShape | ObjectShape;

/** Any text that is not empty. A `path` lies below the root, is given with `/`, and is kept without `./`. */
export interface TextShape {
  readonly kind: 'text';
  readonly format?: 'path';
}

/** A number of something, greater than 0. */
export interface NumberShape {
  readonly kind: 'number';
}

/** One of a few words. */
export interface ChoiceShape {
  readonly kind: 'choice';
  readonly words: readonly string[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly items: Shape;
}

/** Free keys, or only those of `keys`; one shape for all values. */
export interface MapShape {
  readonly kind: 'map';
  readonly keys: readonly string[] | undefined;
  readonly values: Shape;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Field {
  readonly shape: Shape;
  /** One or two sentences of Markdown: what it means, and what holds without it. */
  readonly doc: string;
  /** `required` fields have to be there, `optional` ones stay `undefined`; the others have a default. */
  readonly presence: 'required' | 'optional' | 'default';
  /** Stands in when the field is left out; only with presence `default`. */
  readonly default?: unknown;
  /** Whether an editor's own settings may hold it too; never what names a command. */
  readonly inEditor?: boolean;
  /** A value as a person would write it. */
  readonly example: unknown;
}

/** The TypeScript type of the values that fit a shape, defaults filled in. */
export type ValueOf<S> = S extends { kind: 'text' }
  ? string
  : S extends { kind: 'number' }
    ? number
    : S extends { kind: 'choice'; words: readonly (infer Word)[] }
      ? Word
      : S extends { kind: 'list'; items: infer Items }
        ? readonly ValueOf<Items>[]
        : S extends { kind: 'map'; keys: readonly (infer Key extends string)[]; values: infer Values }
          ? Readonly<Partial<Record<Key, ValueOf<Values>>>>
          : S extends { kind: 'map'; values: infer Values }
            ? Readonly<Record<string, ValueOf<Values>>>
            : S extends { kind: 'object'; fields: infer Fields }
              ? { readonly [Name in keyof Fields]: FieldValue<Fields[Name]> }
              : never;

type FieldValue<F> = F extends { shape: infer S; presence: 'optional' }
  ? ValueOf<S> | undefined
  : F extends { shape: infer S }
    ? ValueOf<S>
    : never;
