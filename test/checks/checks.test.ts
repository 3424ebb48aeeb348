import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/registry.ts';
import type { ReportFinding } from '../../server/src/analysis/report.ts';
import { analyseProgram } from '../micro-suite/support/analysed.ts';
import type { PageProgram } from '../micro-suite/support/check-page.ts';
import { bestFixes, fixedFiles, fixText } from '../micro-suite/support/fix-text.ts';
import { checkPages } from '../micro-suite/support/documents.ts';
import type { ExpectedFinding } from '../micro-suite/support/markers.ts';

const pages = checkPages();

describe.each(pages)('docs/checks/$stem', ({ page }) => {
  it.each(page.programs)('$section, line $line', (program) => {
    const { report } = analyseProgram(program.files);
    const found = report.findings.map((finding) => comparable(finding, program));
    expect(inOrder(found)).toEqual(inOrder(program.expected));
  });
});

describe.each(pages)('the fixes of docs/checks/$stem', ({ page }) => {
  const examples = page.programs.filter(({ section }) => section === 'Example');

  it.each(examples)('line $line: are the ones that the page shows', ({ files, fix }) => {
    expect(
      bestFixes(files)
        .map(({ finding: _, ...best }) => fixText(files, best.fix))
        .join('\n\n'),
    ).toBe(fix ?? '');
  });

  it.each(examples)('line $line: make the finding go away, and nothing else', ({ files }) => {
    const before = analyseProgram(files).report.findings;
    for (const { finding, fix } of bestFixes(files)) {
      const after = analyseProgram(fixedFiles(files, fix)).report.findings;
      const left = before.filter((other) => other !== finding && !sameFinding(other, finding));
      expect(after.map(named)).toEqual(left.map(named));
    }
  });

  it.each(examples)('line $line: have a comment beside them that silences the finding alone', ({ files }) => {
    const { report, alternativesFor } = analyseProgram(files);
    for (const finding of report.findings) {
      const ignore = alternativesFor(finding).find(({ kind }) => kind === 'suppression');
      if (!ignore) continue;
      const after = analyseProgram(fixedFiles(files, ignore)).report.findings;
      const left = report.findings.filter((other) => other !== finding);
      expect(after.map(named)).toEqual(left.map(named));
    }
  });
});

describe('the checks', () => {
  it('have a page each, and every page has its check', () => {
    expect(pages.map(({ stem }) => stem)).toEqual(CHECKS.map((check) => check.id).sort());
  });
});

/** A finding as the page writes it: where a marker of that check and place begins its message, that beginning stands for it. */
function comparable(finding: ReportFinding, program: PageProgram): ExpectedFinding {
  const { file, range, severity, check } = finding;
  const marker = program.expected.find(
    (expected) =>
      expected.check === check &&
      expected.file === file &&
      expected.range.start.line === range.start.line &&
      finding.message.startsWith(expected.message),
  );
  return { file, range, severity, check, message: marker?.message ?? finding.message };
}

const named = ({ check, component, file }: ReportFinding) => `${check} ${component} ${file}`;
const sameFinding = (a: ReportFinding, b: ReportFinding) =>
  named(a) === named(b) && a.range.start.line === b.range.start.line;

function inOrder(findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] {
  return findings.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column,
  );
}
