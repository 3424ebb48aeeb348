/**
 * Looks at every fix that is offered for some applications, and proves it once more from nothing: the files with the edits, a new
 * analysis, and what it says compared by what stands in the lines. Must not know an application: folders are given.
 */
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { AnalysisRequest } from '../../server/src/analysis/api.ts';
import { editedText } from '../../server/src/analysis/fix-all.ts';
import type { Fix } from '../../server/src/analysis/fix.ts';
import type { ReportFinding } from '../../server/src/analysis/report.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { typescript } from '../../server/src/main-typescript.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { DiskFileSystem } from '../../server/src/platform/disk-file-system.ts';
import type { FileSystem } from '../../server/src/source/file-system.ts';
import { overlaid } from '../../server/src/source/overlay-file-system.ts';

/** Exit code: 1 where a fix does not hold. */
export function main(folders: readonly string[]): number {
  let failed = 0;
  let offered = 0;
  let findings = 0;
  for (const folder of folders) {
    const files = new DiskFileSystem(folder);
    const request = requestFor(files);
    const { report, fixesFor, alternativesFor } = analyze(request);
    findings += report.findings.length;
    process.stdout.write(`${folder}: ${report.findings.length} findings\n`);
    for (const finding of report.findings) {
      process.stdout.write(`  ${finding.file}:${finding.range.start.line} ${finding.check}\n`);
      const silencing = alternativesFor(finding).filter(({ kind }) => kind === 'suppression');
      for (const fix of [...fixesFor(finding, NEVER_CANCELLED), ...silencing]) {
        const holds = isHolding(files, report.findings, finding, fix);
        offered++;
        if (!holds) failed++;
        process.stdout.write(`    ${holds ? 'proved' : 'DOES NOT HOLD'}: ${fix.title}\n`);
      }
    }
  }
  process.stdout.write(`${findings} findings, ${offered} fixes offered, ${offered - failed} hold\n`);
  return failed === 0 ? 0 : 1;
}

function requestFor(fileSystem: FileSystem): AnalysisRequest {
  return {
    fileSystem,
    configuration: readConfiguration(fileSystem).configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models: { python: PYTHON_MODELS, typescript: () => typescript },
    token: NEVER_CANCELLED,
    clock: () => 0,
  };
}

function isHolding(
  files: FileSystem,
  before: readonly ReportFinding[],
  finding: ReportFinding,
  fix: Fix,
): boolean {
  const texts = new Map<string, string>();
  for (const { file } of fix.edits) texts.set(file, editedText(files.read(file) ?? '', fix, file));
  const after = overlaid(files, texts);
  const left = before.filter((other) => other !== finding).map((other) => described(files, other));
  const now = analyze(requestFor(after)).report.findings.map((other) => described(after, other));
  return JSON.stringify(now.toSorted()) === JSON.stringify(left.toSorted());
}

/** What a finding is about, wherever its line has moved to. */
function described(
  files: FileSystem,
  { check, component, file, range, environments }: ReportFinding,
): string {
  const line = (files.read(file) ?? '').split(/\r\n|\n|\r/)[range.start.line - 1] ?? '';
  return [check, component, file, line.trim(), ...environments].join('|');
}
