/** The report as SARIF 2.1.0 (OASIS), which code scanning reads. Must not know how it was found. */
import type { Location, Log, ReportingDescriptor, Result, ThreadFlowLocation } from 'sarif';
import { CHECK_CATALOGUE } from '../../analysis/check-catalogue.ts';
import { findingId } from '../../analysis/editor/finding-id.ts';
import type { Report, ReportFinding, ReportStep } from '../../analysis/report.ts';
import type { ReportedSeverity } from '../../config/checks.ts';
import { joined } from '../paths.ts';

/** What paths are relative to: the folder that `wiretrace` is run in, which is the repository's in continuous integration. */
const ROOT = '%SRCROOT%';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function sarifReport(report: Report, version: string): string {
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Wiretrace', semanticVersion: version, rules: CHECK_CATALOGUE.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => result(report.root, finding)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule({ id, summary, severity, page }: (typeof CHECK_CATALOGUE)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `What it reports, why it matters and how to correct it: ${page}` },
    defaultConfiguration: { level: level(severity) },
  };
}

function level(severity: ReportedSeverity): 'error' | 'warning' | 'note' {
  return severity === 'information' ? 'note' : severity;
}

function result(root: string, finding: ReportFinding): Result {
  const { check, severity, message, file, range, steps, environments, fixes } = finding;
  const region = {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    ruleId: check,
    ruleIndex: CHECK_CATALOGUE.findIndex(({ id }) => id === check),
    level: level(severity),
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(root, file), region } }],
    partialFingerprints: { 'wiretraceFinding/v1': findingId(finding) },
    ...(steps.length > 0
      ? { codeFlows: [{ threadFlows: [{ locations: steps.map((step) => flowLocation(root, step)) }] }] }
      : {}),
    properties: { environments, fixes: fixes.map(({ title }) => title) },
  };
}

function artifact(root: string, file: string): { readonly uri: string; readonly uriBaseId: string } {
  return { uri: joined(root, file).split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function flowLocation(root: string, { file, line, message, state }: ReportStep): ThreadFlowLocation {
  const location: Location = {
    physicalLocation: { artifactLocation: artifact(root, file), region: { startLine: line } },
    message: { text: state === '' ? message : `${message} (${state})` },
  };
  return { location };
}
