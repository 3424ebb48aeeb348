/** Fixes of a finding: what its check offers, tried one by one. Must not know any check. */
import { type CancellationToken, throwIfCancelled } from '../base/cancellation.ts';
import { LineIndex } from '../base/line-index.ts';
import { PYTHON_WRITER } from '../frontends/python/source-writer.ts';
import { TYPESCRIPT_WRITER } from '../frontends/typescript/source-writer.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { SourceWriter } from '../ir/source-writer.ts';
import type { TextEdit } from '../source/text-edits.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { Finding } from '../wiring/types.ts';
import type { Run } from '../engine/run.ts';
import type { FixAllowance } from './api.ts';
import type { Fix, FixEdit } from './fix.ts';
import { declareFix } from './declare-fix.ts';
import { ignoreFix } from './ignore-fix.ts';
import { editedTexts, isProved, type Known, type RunAgain } from './prove-fix.ts';
import type { ReportFinding, ReportRange } from './report.ts';

/** What fixes are made from. */
export interface FixSource extends Known {
  readonly runs: readonly Run[];
  readonly findings: ReadonlyMap<ReportFinding, Finding>;
  readonly again: RunAgain;
}

/** More corrections of one finding than this are not tried. */
const MAX_TRIED = 8;

/** One writer per language that can be written, by the name of its dialect. */
const WRITERS: ReadonlyMap<string, SourceWriter> = new Map([
  ['python', PYTHON_WRITER],
  ['typescript', TYPESCRIPT_WRITER],
]);

/**
 * Proved fixes, the best first, each proved when it is asked for: proving costs about as much as the analysis did.
 * @throws CancelledError
 */
export function* fixesOf(
  source: FixSource,
  finding: ReportFinding,
  token: CancellationToken,
  allowance: FixAllowance = { left: MAX_TRIED },
): Generator<Fix, void, undefined> {
  const known = source.findings.get(finding);
  const context = contextOf(source);
  const seen = new Set<string>();
  // Two of one title cannot be told apart where they are offered: the first that is proved stands for both.
  const offered = new Set<string>();
  for (const correction of known?.corrections?.(context) ?? []) {
    throwIfCancelled(token);
    const key = JSON.stringify([...(editedTexts(context.read, correction.edits) ?? [])]);
    if (seen.has(key) || offered.has(correction.title)) continue;
    if (seen.size === MAX_TRIED || allowance.left <= 0) return;
    allowance.left--;
    seen.add(key);
    if (!isProved(source, finding, correction, token, source.again)) continue;
    offered.add(correction.title);
    yield fixOf(source, correction, 'correction');
  }
}

/** What may be done instead of correcting: silence the finding and nothing else, declare the contract. Nothing is run for it. */
export function alternativesOf(source: FixSource, finding: ReportFinding): readonly Fix[] {
  const known = source.findings.get(finding);
  if (!known) return [];
  const ignore = ignoreFix(source, contextOf(source), known, [...source.findings.values()]);
  const declaration = declareFix(source, source.runs, known);
  return [
    ...(ignore ? [fixOf(source, ignore, 'suppression')] : []),
    ...(declaration ? [fixOf(source, declaration, 'configuration')] : []),
  ];
}

function contextOf({ request, runs }: FixSource): CorrectionContext {
  return {
    configuration: request.configuration,
    read: (file) => request.fileSystem.read(file),
    files: () => request.fileSystem.walk(''),
    writerOf: (module) => WRITERS.get(module.dialect.name),
    nameOf: (module) => nameIn(runs, module),
  };
}

function nameIn(runs: readonly Run[], node: ModuleNode): string {
  for (const run of runs) {
    for (const module of run.machine.loaded.values())
      if (module.node === node) return module.importName ?? module.name;
  }
  return node.path;
}

function fixOf({ request }: FixSource, { title, applicability, edits }: Correction, kind: Fix['kind']): Fix {
  const shown = applicability === 'safe' || kind !== 'correction' ? title : `${title} (needs review)`;
  const all = [...edits].flatMap(([file, changes]) =>
    changes.map((edit) => editOf(file, request.fileSystem.read(file) ?? '', edit)),
  );
  return { title: shown, applicability, kind, edits: all.toSorted(byPlace) };
}

function editOf(file: string, text: string, { start, end, newText }: TextEdit): FixEdit {
  const lines = new LineIndex(text);
  const at = (offset: number): ReportRange['start'] => {
    const { line, character } = lines.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { file, range: { start: at(start), end: at(end) }, newText };
}

function byPlace(a: FixEdit, b: FixEdit): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const [left, right] = [a.range.start, b.range.start];
  return left.line - right.line || left.column - right.column;
}
