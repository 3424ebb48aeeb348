/**
 * The fix that silences a finding. A comment changes nothing of what runs, so nothing is run again: what is proved is that the
 * comment silences this finding and no other, and that the file reads as before. Must not know how comments are written.
 */
import type { ModuleNode } from '../ir/nodes.ts';
import { ignoring, suppress } from '../checks/suppressions.ts';
import { shiftedOffset, type TextEdit } from '../source/text-edits.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import type { Finding } from '../wiring/types.ts';
import { forkMemory, moduleIn } from './memory.ts';
import { editedTexts, type Known, stillReads } from './prove-fix.ts';
import { overlaid } from '../source/overlay-file-system.ts';

/** The first comment that silences exactly this finding. */
export function ignoreFix(
  known: Known,
  context: CorrectionContext,
  finding: Finding,
  findings: readonly Finding[],
): Correction | undefined {
  for (const correction of ignoring(context, finding))
    if (silencesOnly(known, correction, finding, findings)) return correction;
  return undefined;
}

function silencesOnly(
  known: Known,
  { edits }: Correction,
  finding: Finding,
  findings: readonly Finding[],
): boolean {
  const { request, memory } = known;
  const texts = editedTexts((file) => request.fileSystem.read(file), edits);
  if (!texts || !('module' in finding.place)) return false;
  const fileSystem = overlaid(request.fileSystem, texts);
  const after = forkMemory(memory, fileSystem, new Set(texts.keys()), request.configuration);
  const { path } = finding.place.module;
  const module = moduleIn(after, path);
  const changes = edits.get(path);
  if (!module || !changes || !stillReads(memory, after, texts)) return false;
  const moved = findings.map((each) => inModule(each, path, module, changes));
  const { findings: left } = suppress({ modules: [module] }, moved);
  const silenced = findings.filter((_, index) => !left.includes(moved[index] as Finding));
  return silenced.length === 1 && silenced[0] === finding;
}

/** A finding of the old text of a file, in the new one. */
function inModule(finding: Finding, path: string, module: ModuleNode, changes: readonly TextEdit[]): Finding {
  const { place } = finding;
  if (!('module' in place) || place.module.path !== path) return finding;
  const start = shiftedOffset(place.start, changes);
  return { ...finding, place: { module, start, end: start + place.end - place.start } };
}
