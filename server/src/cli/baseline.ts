/** Findings that were there when somebody began to use Wiretrace: kept in a file, and not reported again. Must not know the checks. */
import { findingId } from '../analysis/editor/finding-id.ts';
import type { Report, ReportFinding } from '../analysis/report.ts';
import { UsageError } from './failures.ts';
import type { CommandLineHost } from './host.ts';
import { folderOf, nameOf } from './paths.ts';

/** What a finding is known by; lines may move. */
type Entry = Pick<ReportFinding, 'check' | 'file' | 'component' | 'message'>;

export interface Baselined {
  /** Without what the baseline holds. */
  readonly report: Report;
  readonly hidden: number;
  /** Entries that nothing matches any more. */
  readonly stale: number;
}

/** @throws UsageError where the file is not there, or is no baseline. */
export function withoutBaseline(host: CommandLineHost, file: string, report: Report): Baselined {
  const counts = new Map<string, number>();
  for (const entry of readEntries(host, file)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const findings = report.findings.filter((finding) => {
    const id = findingId(finding);
    const left = counts.get(id) ?? 0;
    if (left > 0) counts.set(id, left - 1);
    return left === 0;
  });
  const stale = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { report: { ...report, findings }, hidden: report.findings.length - findings.length, stale };
}

/** Writes all findings of a report as the baseline. @throws UsageError where it cannot be written. */
export function updateBaseline(host: CommandLineHost, file: string, { findings }: Report): void {
  const place = host.folders.resolve(file);
  const entries = findings.map(entryOf);
  const after = `${JSON.stringify({ version: 1, findings: entries }, null, 2)}\n`;
  const before = host.folders.open(folderOf(place)).read(nameOf(place));
  const reason =
    before === after ? undefined : host.folders.save(folderOf(place), nameOf(place), { before, after });
  if (reason !== undefined) throw new UsageError(`the baseline ${file} was not written: ${reason}`);
}

function entryOf({ check, file, component, message }: ReportFinding): Entry {
  return { check, file, component, message: message.replaceAll(/:\d+/g, '') };
}

function readEntries({ folders }: CommandLineHost, file: string): readonly string[] {
  const place = folders.resolve(file);
  const text = folders.open(folderOf(place)).read(nameOf(place));
  if (text === undefined) throw new UsageError(`there is no baseline ${file}; --update-baseline writes one`);
  const entries = parsed(text);
  if (!entries) throw new UsageError(`${file} is not a baseline`);
  return entries.map((entry) => findingId(entry));
}

function parsed(text: string): readonly Entry[] | undefined {
  try {
    const document: unknown = JSON.parse(text);
    const findings = isRecord(document) && document.version === 1 ? document.findings : undefined;
    return Array.isArray(findings) && findings.every(isEntry) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { check, file, component, message } = value;
  return [check, file, component, message].every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
