/** The report as JUnit XML: one test case per component and injection point, and per finding about none. Must not know how it was found. */
import { XMLBuilder } from 'fast-xml-parser';
import type { Report, ReportComponent, ReportFinding } from '../../analysis/report.ts';

interface TestCase {
  readonly '@_classname': string;
  readonly '@_name': string;
  readonly '@_file': string;
  readonly '@_line': number;
  readonly failure?: readonly Failure[];
}

interface Failure {
  readonly '@_type': string;
  readonly '@_message': string;
  readonly '#text': string;
}

export function junitReport(report: Report): string {
  const cases = [
    ...report.components.map((component) => componentCase(report, component)),
    ...otherCases(report),
  ];
  const suite = {
    '@_name': 'wiretrace',
    '@_tests': cases.length,
    '@_failures': cases.filter(({ failure }) => failure !== undefined).length,
    '@_time': (report.stats.milliseconds / 1000).toFixed(3),
    testcase: cases,
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const xml = builder.build({ testsuites: { testsuite: suite } });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutControls(xml)}`;
}

/** A component with two injection points has its findings at the first one that is not healthy. */
function componentCase(report: Report, component: ReportComponent): TestCase {
  const own = report.findings.filter((finding) => homeOf(report, finding) === component);
  return {
    '@_classname': component.component,
    '@_name': component.injectionPoint.name,
    '@_file': component.file,
    '@_line': component.line,
    ...failuresOf(own),
  };
}

const HEALTHY = new Set(['wired', 'unused', 'unresolved']);

function homeOf({ components }: Report, finding: ReportFinding): ReportComponent | undefined {
  const named = components.filter(({ component }) => component !== '' && component === finding.component);
  return named.find(({ verdict }) => !HEALTHY.has(verdict)) ?? named[0];
}

function otherCases(report: Report): readonly TestCase[] {
  return report.findings
    .filter((finding) => homeOf(report, finding) === undefined)
    .map((finding) => ({
      '@_classname': finding.check,
      '@_name': `${finding.file}:${finding.range.start.line}`,
      '@_file': finding.file,
      '@_line': finding.range.start.line,
      ...failuresOf([finding]),
    }));
}

function failuresOf(findings: readonly ReportFinding[]): Pick<TestCase, 'failure'> {
  if (findings.length === 0) return {};
  return {
    failure: findings.map((finding) => ({
      '@_type': finding.check,
      '@_message': finding.message,
      '#text': linesOf(finding).join('\n'),
    })),
  };
}

function linesOf({ file, range, environments, steps }: ReportFinding): readonly string[] {
  const { line, column } = range.start;
  return [
    `${file}:${line}:${column}`,
    ...(environments.length > 0 ? [`in ${environments.join(', ')}`] : []),
    ...steps.map((step, index) => `${index + 1}/${steps.length} ${step.message} ${step.file}:${step.line}`),
  ];
}

/** XML 1.0 has no place for control characters but tabs and line endings. */
function withoutControls(xml: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant.
  return xml.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
