/** Proved fixes of a finding as an editor applies them. Must not know how they were proved. */
import type { CancellationToken } from '../../base/cancellation.ts';
import type { FileSystem } from '../../source/file-system.ts';
import type { AnalysisResult } from '../api.ts';
import type { Fix } from '../fix.ts';
import type { EditorFix } from './analysis.ts';
import { findingId } from './finding-id.ts';
import type { TextPlaces } from './text-places.ts';

export interface FixContext {
  readonly result: AnalysisResult;
  readonly files: FileSystem;
  readonly places: TextPlaces;
}

/**
 * Corrections first, the best of them first, then what may be done instead. Nothing for a finding that is not there any more.
 * @throws CancelledError
 */
export function editorFixes(context: FixContext, id: string, token: CancellationToken): readonly EditorFix[] {
  const { result } = context;
  const finding = result.report.findings.find((each) => findingId(each) === id);
  if (!finding) return [];
  return [...result.fixesFor(finding, token), ...result.alternativesFor(finding)].map((fix) =>
    editorFix(context, fix),
  );
}

function editorFix({ files, places }: FixContext, { title, applicability, kind, edits }: Fix): EditorFix {
  return {
    title,
    isSafe: applicability === 'safe',
    kind,
    edits: edits.map(({ file, range, newText }) => ({
      file,
      range: places.range(range),
      newText,
      isNew: !files.exists(file),
    })),
  };
}
