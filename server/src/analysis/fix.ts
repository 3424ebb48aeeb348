/** A fix as every consumer reads it: proved, in plain data. Types only. Must not know how it was proved. */
import type { ReportFix, ReportRange } from './report.ts';

export interface Fix extends ReportFix {
  /** What it does: correct the code, silence the finding, or write something into the configuration. */
  readonly kind: 'correction' | 'suppression' | 'configuration';
  /** In the order of `file`, then place; none touches another. A file that is not there yet is created. */
  readonly edits: readonly FixEdit[];
}

/** Lines and columns count from one, as everywhere in a report. */
export interface FixEdit {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly range: ReportRange;
  readonly newText: string;
}
