import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/registry.ts';
import type { ReportFinding } from '../../server/src/analysis/report.ts';
import { analyseProgram } from '../micro-suite/support/analysed.ts';
import type { PageProgram } from '../micro-suite/support/check-page.ts';
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

function inOrder(findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] {
  return findings.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column,
  );
}
