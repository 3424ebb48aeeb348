/** The example as a workspace that is edited, and what of its analyses does not depend on how they came about. */
import { resolve } from 'node:path';
import type { Analysis } from '../../../server/src/analysis/editor/analysis.ts';
import { type AnalysisHost, createAnalysisHost } from '../../../server/src/analysis/editor/host.ts';
import { NEVER_CANCELLED } from '../../../server/src/base/cancellation.ts';
import { PYTHON_MODELS } from '../../../server/src/models/python/registry.ts';
import { DiskFileSystem } from '../../../server/src/platform/disk-file-system.ts';
import { MemoryFileSystem } from '../../../server/src/source/memory-file-system.ts';

const EXAMPLE = new DiskFileSystem(resolve(import.meta.dirname, '../../../examples/chat-backend'));
export const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  EXAMPLE.walk('').flatMap((path) => {
    const text = EXAMPLE.read(path);
    return text === undefined ? [] : [[path, text] as const];
  }),
);
export const EDITED = 'app/smd.py';
export const TEXT = FILES[EDITED] ?? '';

export function hostOf(files: Readonly<Record<string, string>>): AnalysisHost {
  const models = { python: PYTHON_MODELS };
  return createAnalysisHost({ open: () => new MemoryFileSystem(files), models, clock: () => 0 });
}

/** What does not depend on how it came about. */
export function plain({ report, diagnostics, marks, suites, links }: Analysis): object {
  const { stats: _stats, ...told } = report;
  return { told, diagnostics, marks, suites, links };
}

/** Of all findings, in the order of their places. */
export function idsOf({ diagnostics }: Analysis): readonly string[] {
  return [...diagnostics.values()].flat().map(({ id }) => id);
}

export function anew(files: Readonly<Record<string, string>>): object {
  return plain(hostOf(files).analyse(NEVER_CANCELLED));
}
