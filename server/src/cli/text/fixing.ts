/** What was fixed and what is left, for people. Must not know how fixes are found. */
import type { FixAllResult } from '../../analysis/fix-all.ts';
import type { ReportFinding } from '../../analysis/report.ts';
import { counted } from './layout.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

export interface FixingOptions {
  readonly dryRun?: boolean;
  readonly unsafe?: boolean;
}

export function fixingText(
  style: Style,
  { applied, left, texts }: FixAllResult,
  options: FixingOptions,
): string {
  const done = applied.map(({ finding, fix }) =>
    block(style, style.green('fixed'), finding, [printable(fix.title)]),
  );
  const open = left.map(({ finding, fixes }) =>
    block(
      style,
      style.yellow('left'),
      finding,
      fixes.length > 0
        ? fixes.map(({ title }) => `possible: ${printable(title)}`)
        : ['nothing that was tried could be proved to help'],
    ),
  );
  return `${[...done, ...open, summary(style, applied.length, left, texts.size, options)].join('\n\n')}\n`;
}

function block(style: Style, word: string, finding: ReportFinding, lines: readonly string[]): string {
  const place = `${style.file(finding.file)}:${finding.range.start.line}`;
  return [`${word} ${style.bold(`${place} ${finding.check}`)}`, ...lines.map((line) => `  ${line}`)].join(
    '\n',
  );
}

function summary(
  style: Style,
  applied: number,
  left: FixAllResult['left'],
  files: number,
  { dryRun, unsafe }: FixingOptions,
): string {
  const where = files === 0 ? '' : ` in ${counted(files, 'file')}`;
  const verb = dryRun === true ? 'would be fixed' : 'fixed';
  const proof =
    applied === 0
      ? []
      : [
          'For each, the dry run was made again: the finding is gone, nothing new appeared, and the files read as before.',
        ];
  const review = left.some(({ fixes }) => fixes.length > 0) && unsafe !== true;
  const hint = review ? ['--unsafe applies those that need review too.'] : [];
  return [
    style.bold(`${counted(applied, 'finding')} ${verb}${where}, ${left.length} left.`),
    ...proof,
    ...hint,
  ].join('\n');
}
