/**
 * Proving a correction: the edits are laid over the files, the dry run is made again, and what it says is compared.
 * Must not know what a correction does.
 */
import type { CancellationToken } from '../base/cancellation.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import { forEachStatement } from '../ir/walk.ts';
import type { FileSystem } from '../source/file-system.ts';
import { overlaid } from '../source/overlay-file-system.ts';
import { applyEdits, shiftedOffset, type TextEdit } from '../source/text-edits.ts';
import type { Correction } from '../wiring/correction.ts';
import type { AnalysisRequest } from './api.ts';
import { LineIndex } from '../base/line-index.ts';
import { type AnalysisMemory, forkMemory, moduleIn } from './memory.ts';
import type { Report, ReportFinding, ReportPosition } from './report.ts';

/** What was known before the edits. */
export interface Known {
  readonly memory: AnalysisMemory;
  readonly request: AnalysisRequest;
  readonly report: Report;
  /** Told what each proof has shown. */
  readonly onProved?: (proof: Proof) => void;
}

/** What is said once a correction was applied. */
export interface Proof {
  /** Of the edited files, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly report: Report;
}

/** An analysis, with whether startup came to serve in an environment. */
export interface Rerun {
  readonly report: Report;
  readonly served: (environment: string) => boolean;
}

export type RunAgain = (memory: AnalysisMemory, request: AnalysisRequest) => Rerun;

type Edits = Correction['edits'];

/** The texts after the edits; `undefined` where a file cannot be edited or nothing would change. */
export function editedTexts(
  read: (file: string) => string | undefined,
  edits: Edits,
): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const [file, changes] of edits) {
    const text = read(file) ?? '';
    try {
      texts.set(file, applyEdits(text, changes));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    if (texts.get(file) === text) return undefined;
  }
  return texts;
}

/** Whether the finding is gone, nothing new appeared, and every edited file still reads. @throws CancelledError */
export function isProved(
  known: Known,
  finding: ReportFinding,
  correction: Correction,
  token: CancellationToken,
  again: RunAgain,
): boolean {
  const { request } = known;
  const texts = editedTexts((file) => request.fileSystem.read(file), correction.edits);
  if (!texts) return false;
  const fileSystem = overlaid(request.fileSystem, texts);
  const configuration = configurationAfter(request, fileSystem, texts);
  if (!configuration) return false;
  const memory = forkMemory(known.memory, fileSystem, new Set(texts.keys()), configuration);
  if (!stillReads(known.memory, memory, texts)) return false;
  const { onProgress: _, ...quiet } = request;
  const after = again(memory, { ...quiet, fileSystem, configuration, token });
  const proved = isGone(known, after.report, finding, correction) && isBetter(after, finding, correction);
  if (proved) known.onProved?.({ texts, report: after.report });
  return proved;
}

/** The configuration as it is then; `undefined` where the edits break it. */
export function configurationAfter(
  { configuration }: Pick<AnalysisRequest, 'configuration'>,
  fileSystem: FileSystem,
  texts: ReadonlyMap<string, string>,
): AnalysisRequest['configuration'] | undefined {
  if (configuration.file !== undefined ? !texts.has(configuration.file) : !texts.has('wiretrace.json'))
    return configuration;
  const read = readConfiguration(fileSystem);
  return read.problems.length === 0 ? read.configuration : undefined;
}

/** Whether edited files have no more problems than before. */
export function stillReads(
  before: AnalysisMemory,
  after: AnalysisMemory,
  texts: ReadonlyMap<string, string>,
): boolean {
  return [...texts.keys()].every((file) => {
    const old = moduleIn(before, file);
    const node = old && moduleIn(after, file);
    return !node || problemsIn(node) <= problemsIn(old);
  });
}

/** Problems of a whole file: functions are read when somebody looks into them. */
function problemsIn(module: ModuleNode): number {
  forEachStatement(module.body, () => undefined, { intoFunctions: true });
  return module.problems.length;
}

/** Whether every finding afterwards was there before, in the same environments, and the one is not among them. */
function isGone(known: Known, after: Report, finding: ReportFinding, { edits }: Correction): boolean {
  const left = known.report.findings.filter((other) => other !== finding);
  const expected = new Map(left.map((other) => [keyAfter(known, other, edits), other]));
  return after.findings.every((now) => {
    const before = expected.get(keyOf(now, now.range.start));
    return before !== undefined && now.environments.every((name) => before.environments.includes(name));
  });
}

function keyOf({ check, component, file }: ReportFinding, { line, column }: ReportPosition): string {
  return [check, component, file, line, column].join('\n');
}

function keyAfter({ request }: Known, finding: ReportFinding, edits: Edits): string {
  const changes = edits.get(finding.file);
  const text = changes && request.fileSystem.read(finding.file);
  if (!changes || text === undefined) return keyOf(finding, finding.range.start);
  return keyOf(finding, shifted(text, changes, finding.range.start));
}

function shifted(
  text: string,
  changes: readonly TextEdit[],
  { line, column }: ReportPosition,
): ReportPosition {
  const offset = new LineIndex(text).offset({ line: line - 1, character: column - 1 });
  const moved = shiftedOffset(offset, changes);
  const position = new LineIndex(applyEdits(text, changes)).position(moved);
  return { line: position.line + 1, column: position.character + 1 };
}

/** Whether the component is wired where it was not; a finding that went away because nothing can be told any more is no help. */
function isBetter({ report, served }: Rerun, finding: ReportFinding, correction: Correction): boolean {
  const { wires, mayRefuse } = correction;
  if (wires === undefined) return true;
  const components = report.components.filter(
    ({ component, injectionPoint }) => component === finding.component && injectionPoint.name === wires,
  );
  const isHelped = (verdict: string | undefined, environment: string): boolean =>
    served(environment) ? verdict === 'wired' : mayRefuse === true;
  return (
    components.length > 0 &&
    components.every(({ verdicts }) => {
      const held = finding.environments.length > 0 ? finding.environments : Object.keys(verdicts);
      return held.every((name) => isHelped(verdicts[name], name));
    })
  );
}
