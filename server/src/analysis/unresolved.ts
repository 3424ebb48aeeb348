/**
 * What the dry runs could not follow, as report entries: each place once, and no more than a person reads.
 * Must not know what the checks make of it.
 */
import type { ModuleNode } from '../ir/nodes.ts';
import type { Run } from '../engine/run.ts';
import { raised } from '../wiring/words.ts';
import type { Places } from './places.ts';
import { isWorkspaceFile } from './places.ts';
import type { ReportUnresolved } from './report.ts';

/** More entries of one sort than this are counted instead of listed. */
const MAX_ENTRIES = 100;

export interface UnresolvedOptions {
  readonly runs: readonly Run[];
  readonly places: Places;
  /** Limits beside those of the runs: environments that were left out. */
  readonly limits: readonly string[];
  /** Where limits are reported. */
  readonly start: { readonly file: string; readonly line: number };
}

/** In the order of `file`, then `line`. */
export function unresolvedEntries(options: UnresolvedOptions): readonly ReportUnresolved[] {
  const found = [
    ...capped(options, syntaxEntries(options), 'places that are not Python'),
    ...capped(options, importEntries(options), 'imports of modules that are not there'),
    ...capped(options, callEntries(options), 'places that could not be followed'),
    ...failureEntries(options),
    ...limitEntries(options),
  ];
  return found.sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.reason, b.reason),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Problems of the files that startup reached. */
function syntaxEntries({ runs, places }: UnresolvedOptions): readonly ReportUnresolved[] {
  const modules = new Set<ModuleNode>();
  for (const run of runs) {
    for (const { node } of run.machine.loaded.values())
      if (node && isWorkspaceFile(node.path)) modules.add(node);
  }
  return [...modules].flatMap((module) => {
    const first = module.problems[0];
    const place = first && places.locate({ module, ...first });
    if (!place) return [];
    const more = module.problems.length > 1 ? ` (and ${module.problems.length - 1} more in this file)` : '';
    return [entry(place, `syntax: ${first.message}${more}`)];
  });
}

/** Where startup ends in an exception on every path: what comes after it is not known. */
function failureEntries({ runs, places }: UnresolvedOptions): readonly ReportUnresolved[] {
  const found = new Map<string, ReportUnresolved>();
  for (const run of runs) {
    if (run.served || run.failures.length === 0) continue;
    const last = run.startupSteps.findLast((step) => step.kind === 'raise' && step.handler === undefined);
    const place = last?.kind === 'raise' ? places.locate(last.place) : undefined;
    if (last?.kind !== 'raise' || !place) continue;
    once(
      found,
      entry(
        place,
        `startup ends here on every path that was followed: ${raised(last.cause, run.machine.dialect)}`,
      ),
    );
  }
  return [...found.values()];
}

function importEntries({ runs, places }: UnresolvedOptions): readonly ReportUnresolved[] {
  const found = new Map<string, ReportUnresolved>();
  for (const run of runs) {
    const raised = run.startupSteps.flatMap((step) =>
      step.kind === 'raise' && step.cause.kind === 'missing-module'
        ? [{ place: step.place, name: step.cause.name }]
        : [],
    );
    for (const { place, name } of [...run.trace.missing, ...raised]) {
      const located = places.locate(place);
      if (located)
        once(found, entry(located, `${name} cannot be imported: the workspace has no such module or name`));
    }
  }
  return [...found.values()];
}

/** The first place per file and reason; the others are counted there. */
function callEntries({ runs, places }: UnresolvedOptions): readonly ReportUnresolved[] {
  const found = new Map<string, { readonly first: ReportUnresolved; readonly lines: Set<number> }>();
  for (const run of runs) {
    for (const { place, reason } of run.trace.unresolved) {
      const location = PLAIN.test(reason) ? undefined : places.locate(place);
      if (!location) continue;
      const key = `${location.file}: ${reason}`;
      const known = found.get(key);
      if (known) known.lines.add(location.line);
      else found.set(key, { first: entry(location, reason), lines: new Set([location.line]) });
    }
  }
  return [...found.values()].map(({ first, lines }) => {
    const more = lines.size > 1 ? ` (and ${lines.size - 1} more in this file)` : '';
    return { ...first, reason: `what is called here is not known: ${first.reason}${more}` };
  });
}

/** A text, a number or a setting: calling a method of it wires nothing. */
const PLAIN =
  /^(?:some (?:str|int|float|bool|bytes|complex|text|number|boolean)|a (?:formatted )?text\b.*|texts put together|a group of a match|the name of an attribute|a number\b.*|it can be one of many constants|what a process wrote|(?:an )?environment variable\b.*)$/;

function once(found: Map<string, ReportUnresolved>, item: ReportUnresolved): void {
  const key = `${item.file}:${item.line}`;
  if (!found.has(key)) found.set(key, item);
}

function entry(
  { file, line }: { readonly file: string; readonly line: number },
  reason: string,
): ReportUnresolved {
  return { file, line, reason };
}

function capped(
  { start }: UnresolvedOptions,
  entries: readonly ReportUnresolved[],
  what: string,
): readonly ReportUnresolved[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  const more = entry(start, `${entries.length - MAX_ENTRIES} more ${what} are not listed`);
  return [...entries.slice(0, MAX_ENTRIES), more];
}

function limitEntries({ runs, limits, start }: UnresolvedOptions): readonly ReportUnresolved[] {
  const all = new Set([...limits, ...runs.flatMap((run) => [...run.trace.limits])]);
  return [...all].map((reason) => entry(start, reason));
}
