/** One finding as a person reads it: what, where, why, what to do. Must not know the rest of the report. */
import type { ReportFinding, ReportFix, ReportStep } from '../../analysis/report.ts';
import { excerpt, sourceOf } from './excerpt.ts';
import { listed, wrapped } from './layout.ts';
import { printable } from './printable.ts';
import { type Style, severityPaint } from './style.ts';

export function findingLines(style: Style, finding: ReportFinding): readonly string[] {
  const paint = severityPaint(style, finding.severity);
  const { start } = finding.range;
  const place = `${style.file(finding.file)}:${start.line}:${start.column}`;
  return [
    `${paint(style.bold(`${finding.severity}[${finding.check}]`))} ${style.bold(place)}`,
    ...wrapped(printable(finding.message), style.width),
    ...sourceBlock(excerpt(style, finding.file, finding.range, paint)),
    ...environmentLines(finding),
    ...stepLines(style, finding.steps),
    ...fixLines(style, finding.fixes),
  ];
}

function sourceBlock(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...indented(2, lines)];
}

function environmentLines({ environments }: ReportFinding): readonly string[] {
  return environments.length === 0 ? [] : ['', `  in ${listed(environments.map(printable))}`];
}

function stepLines(style: Style, steps: readonly ReportStep[]): readonly string[] {
  if (steps.length === 0) return [];
  const last = String(steps.length);
  return [
    '',
    ...steps.flatMap((step, index) => {
      const number = `${String(index + 1).padStart(last.length)}/${last}`;
      return indented(2, stepBlock(style, step, number));
    }),
  ];
}

function stepBlock(style: Style, step: ReportStep, number: string): readonly string[] {
  const indent = number.length + 1;
  const place = style.dim(`${style.file(step.file)}:${step.line}`);
  const state = step.state === '' ? [] : [style.cyan(`=> ${printable(step.state)}`)];
  return [
    `${style.bold(number)} ${printable(step.message)}  ${place}`,
    ...indented(indent, [...sourceOf(style, step.file, step.line), ...state]),
  ];
}

function fixLines(style: Style, fixes: readonly ReportFix[]): readonly string[] {
  if (fixes.length === 0) return [];
  return [
    '',
    ...fixes.map(
      (fix) =>
        `  ${style.green('fix:')} ${printable(fix.title)}${fix.applicability === 'safe' ? ` ${style.dim('(safe)')}` : ''}`,
    ),
  ];
}

function indented(columns: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
