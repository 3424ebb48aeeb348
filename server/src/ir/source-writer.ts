/**
 * Writing code: what a correction wants to say, as neutral as the IR, and what a frontend has to know to say it in its language.
 * Must not know any language. Expressions are text, since they are mostly taken from the program itself; calls (`f(a)`, `x.f(a)`),
 * attributes and plain names are written the same in every language that has a frontend.
 */
import type { Span } from '../base/span.ts';
import type { Layout } from '../source/layout.ts';
import type { TextEdit } from '../source/text-edits.ts';

/** A statement to write. */
export type Written =
  | { readonly kind: 'expression'; readonly text: string }
  | { readonly kind: 'return'; readonly value: string }
  /** `declares` where the target is a new local variable. */
  | { readonly kind: 'assign'; readonly target: string; readonly value: string; readonly declares: boolean }
  | {
      readonly kind: 'if';
      readonly test: WrittenTest;
      readonly then: readonly Written[];
      readonly otherwise: readonly Written[];
    }
  /** `cause` is the name of the exception that is being handled. */
  | {
      readonly kind: 'raise';
      readonly error: string;
      readonly message: string;
      readonly cause: string | undefined;
    }
  /** Lines of the program that go elsewhere, without their indentation. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

export interface WrittenTest {
  readonly expression: string;
  readonly is: 'none' | 'not-none';
}

/** A module as an import may name it. */
export interface ModuleName {
  /** Path of its file. */
  readonly path: string;
  /** Dotted name, where the language imports by such names. */
  readonly name: string;
  /** How it names a neighbour itself, where it does: new imports look the same. */
  readonly specifier?: string | undefined;
}

/** One per frontend. */
export interface SourceWriter {
  /** The error to raise where a project has none of its own. */
  readonly standardError: string;
  /** Lines of code, the first without indentation, joined by line endings; none behind the last. */
  write(code: readonly Written[], layout: Layout): string;
  /** Awaits the value of an expression that stands at a place: what is put before it and behind it. */
  awaited(text: string, expression: Span): readonly TextEdit[];
  /** The edit that gives an `if` without `else` one; `layout` is that of the `if`. */
  addElse(text: string, statement: Span, code: readonly Written[], layout: Layout): TextEdit;
  /** The edit that puts code into the last block of a statement, in which nothing is written yet; `undefined` where it is not on lines of its own. */
  fillBlock(text: string, owner: Span, code: readonly Written[], layout: Layout): TextEdit | undefined;
  /** A condition alone, as it may stand in the place of another expression. */
  test(test: WrittenTest): string;
  /** The creation of an instance by the name of its class. */
  construct(name: string, args: string): string;
  /** A comment up to the end of a line. */
  comment(text: string): string;
  /** An import of one name at the top of a module. */
  importLine(name: string, from: ModuleName, importer: ModuleName): string;
  /** Names a parameter in a call; `undefined` where the language cannot. */
  namedArgument(name: string, value: string): string | undefined;
}
