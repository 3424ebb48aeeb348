/**
 * Fixing a whole workspace: one proved fix after the other, each found on the text that the ones before it left, so that they
 * cannot be in each other's way. Nothing is written: the texts are given back. Must not know who writes them.
 */
import { throwIfCancelled } from '../base/cancellation.ts';
import { LineIndex } from '../base/line-index.ts';
import type { CheckId } from '../config/checks.ts';
import { overlaid } from '../source/overlay-file-system.ts';
import { applyEdits } from '../source/text-edits.ts';
import type { AnalysisRequest } from './api.ts';
import { type AnalysisWithRuns, analyzeWith } from './analyze.ts';
import { findingId } from './editor/finding-id.ts';
import type { Fix } from './fix.ts';
import { type AnalysisMemory, createMemory, forkMemory } from './memory.ts';
import { configurationAfter } from './prove-fix.ts';
import type { Report, ReportFinding } from './report.ts';

export interface FixAllOptions {
  /** Only findings of these checks; empty: of all. */
  readonly checks: readonly CheckId[];
  /** Whether fixes that need review are applied too. */
  readonly unsafe: boolean;
}

export interface FixAllResult {
  /** In the order in which they were applied; places are those of the text at that time. */
  readonly applied: readonly { readonly finding: ReportFinding; readonly fix: Fix }[];
  /** What is left, with the proved fixes that were not applied because they need review. */
  readonly left: readonly { readonly finding: ReportFinding; readonly fixes: readonly Fix[] }[];
  /** Texts of the files that are different now. */
  readonly texts: ReadonlyMap<string, string>;
  readonly report: Report;
}

/** The workspace as it stands after some fixes. */
interface Stage {
  readonly request: AnalysisRequest;
  readonly memory: AnalysisMemory;
  readonly texts: ReadonlyMap<string, string>;
  readonly analysed: AnalysisWithRuns;
}

/** @throws CancelledError */
export function fixAll(request: AnalysisRequest, options: FixAllOptions): FixAllResult {
  const memory = createMemory(request.fileSystem, request.models, request.configuration);
  let stage: Stage = { request, memory, texts: new Map(), analysed: analyzeWith(memory, request) };
  const applied: FixAllResult['applied'][number][] = [];
  const tried = new Map<string, readonly Fix[]>();
  for (let next = untried(stage, options, tried); next; next = untried(stage, options, tried)) {
    throwIfCancelled(request.token);
    const { report } = stage.analysed.result;
    const subject = `${next.file}:${next.range.start.line}`;
    request.onProgress?.({ stage: 'fix', subject, done: applied.length, total: report.findings.length });
    const { chosen, others } = choose(stage, next, options);
    tried.set(findingId(next), others);
    if (!chosen) continue;
    applied.push({ finding: next, fix: chosen });
    stage = after(request, stage, chosen);
  }
  const { report } = stage.analysed.result;
  const left = report.findings.map((finding) => ({ finding, fixes: tried.get(findingId(finding)) ?? [] }));
  return { applied, left, texts: stage.texts, report };
}

function untried(
  { analysed }: Stage,
  { checks }: FixAllOptions,
  tried: ReadonlyMap<string, unknown>,
): ReportFinding | undefined {
  return analysed.result.report.findings.find(
    (finding) => !tried.has(findingId(finding)) && (checks.length === 0 || checks.includes(finding.check)),
  );
}

/** The first fix that may be applied; without one, those that might be. */
function choose(
  { analysed, request }: Stage,
  finding: ReportFinding,
  { unsafe }: FixAllOptions,
): { readonly chosen: Fix | undefined; readonly others: readonly Fix[] } {
  const others: Fix[] = [];
  for (const fix of analysed.result.fixesFor(finding, request.token)) {
    if (unsafe || fix.applicability === 'safe') return { chosen: fix, others: [] };
    others.push(fix);
  }
  return { chosen: undefined, others };
}

function after(first: AnalysisRequest, stage: Stage, fix: Fix): Stage {
  const changed = new Map<string, string>();
  for (const file of new Set(fix.edits.map((edit) => edit.file)))
    changed.set(file, editedText(stage.request.fileSystem.read(file) ?? '', fix, file));
  const texts = new Map([...stage.texts, ...changed]);
  const fileSystem = overlaid(first.fileSystem, texts);
  const configuration = configurationAfter(stage.request, fileSystem, changed) ?? stage.request.configuration;
  const memory = forkMemory(stage.memory, fileSystem, new Set(changed.keys()), configuration);
  const request = { ...first, fileSystem, configuration };
  return { request, memory, texts, analysed: analyzeWith(memory, request) };
}

/** A text after the edits of a fix that are its own. */
export function editedText(text: string, { edits }: Pick<Fix, 'edits'>, file: string): string {
  const lines = new LineIndex(text);
  const offset = ({ line, column }: Fix['edits'][number]['range']['start']): number =>
    lines.offset({ line: line - 1, character: column - 1 });
  const own = edits.filter((edit) => edit.file === file);
  return applyEdits(
    text,
    own.map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText })),
  );
}
