/** Fixes of a program of a Markdown file, as the page shows them. */
import { editedText } from '../../../server/src/analysis/fix-all.ts';
import type { Fix } from '../../../server/src/analysis/fix.ts';
import type { ReportFinding } from '../../../server/src/analysis/report.ts';
import { NEVER_CANCELLED } from '../../../server/src/base/cancellation.ts';
import { unifiedDiff } from '../../../server/src/cli/text/unified-diff.ts';
import { analyseProgram } from './analysed.ts';

type Files = Readonly<Record<string, string>>;

export interface BestFix {
  readonly finding: ReportFinding;
  readonly fix: Fix;
}

/** The first fix of every finding that has one. */
export function bestFixes(files: Files): readonly BestFix[] {
  const { report, fixesFor } = analyseProgram(files);
  return report.findings.flatMap((finding) => {
    const [fix] = fixesFor(finding, NEVER_CANCELLED);
    return fix ? [{ finding, fix }] : [];
  });
}

export function fixedFiles(files: Files, fix: Fix): Files {
  const fixed: Record<string, string> = { ...files };
  for (const file of new Set(fix.edits.map((edit) => edit.file)))
    fixed[file] = editedText(files[file] ?? '', fix, file);
  return fixed;
}

/** The title, then what changes, without the comments that mark findings. Files are named where there is more than one. */
export function fixText(files: Files, fix: Fix): string {
  const fixed = fixedFiles(files, fix);
  const title = fix.applicability === 'safe' ? `${fix.title} (safe)` : fix.title;
  const names = Object.keys(files).length > 1;
  const changed = Object.keys(fixed).filter((file) => files[file] !== fixed[file]);
  const diffs = changed.flatMap((file) => {
    const lines = unifiedDiff(file, files[file], fixed[file] ?? '')
      .trimEnd()
      .split('\n')
      .slice(2);
    const shown = lines.filter((line) => !/^[ -]\s*(?:#|\/\/)\s*\^+ /.test(line));
    const parts = shown.flatMap((line, index) =>
      line.startsWith('@@') ? (index === 0 ? [] : [' ...']) : [line],
    );
    while (parts[0]?.trim() === '') parts.shift();
    while (parts.at(-1)?.trim() === '') parts.pop();
    return [...(names ? [`# ${file}`] : []), ...parts];
  });
  return [`# ${title}`, ...diffs.map((line) => line.trimEnd())].join('\n');
}
