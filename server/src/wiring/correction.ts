/** A correction that a check offers to try: edits with a title. Whether it helps is proved elsewhere, by running again. */
import type { Configuration } from '../config/configuration.ts';
import type { Place } from '../engine/objects.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { SourceWriter } from '../ir/source-writer.ts';
import type { TextEdit } from '../source/text-edits.ts';

export type Applicability = 'safe' | 'needs-review';

export interface Correction {
  /** In the imperative. */
  readonly title: string;
  readonly applicability: Applicability;
  /** By the path of the file; places are those before any edit. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /**
   * Name of the injection point that has to be wired afterwards wherever the finding held; absent where the finding is about no
   * component.
   */
  readonly wires: string | undefined;
  /** Whether startup may also end in an error instead of serving. */
  readonly mayRefuse?: boolean;
}

/** What corrections are made from. */
export interface CorrectionContext {
  readonly configuration: Configuration;
  /** Text of a file, `undefined` where there is none. */
  readonly read: (file: string) => string | undefined;
  /** All files of the workspace. */
  readonly files: () => readonly string[];
  /** How code of a module is written; `undefined` for a language that nobody writes. */
  readonly writerOf: (module: ModuleNode) => SourceWriter | undefined;
  /** Dotted name of a module. */
  readonly nameOf: (module: ModuleNode) => string;
}

/** Edits of one module. */
export function editsIn(
  module: ModuleNode,
  ...edits: readonly TextEdit[]
): ReadonlyMap<string, readonly TextEdit[]> {
  return new Map([[module.path, edits]]);
}

export function replaced(
  { start, end }: { readonly start: number; readonly end: number },
  newText: string,
): TextEdit {
  return { start, end, newText };
}

export function textIn({ module, start, end }: Place): string {
  return module.text.slice(start, end);
}
