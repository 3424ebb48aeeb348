/** What the probe is told: the critical events, and which functions inject or emit, as the dry run found them. Must not know how the probe works. */
import type { Report } from '../analysis/report.ts';

/** As `wiretrace_probe.py` reads it; paths absolute. */
export interface ProbePlan {
  readonly root: string;
  readonly events: readonly string[];
  readonly functions: readonly PlannedFunction[];
}

export interface PlannedFunction {
  readonly file: string;
  /** Of the definition, from 1. */
  readonly line: number;
  readonly role: 'emission' | 'injection';
}

/** `join` makes an absolute path of the root and a path below it. */
export function probePlan(
  report: Report,
  events: readonly string[],
  root: string,
  join: (...parts: readonly string[]) => string,
): ProbePlan {
  const functions = new Map<string, PlannedFunction>();
  const add = (
    role: PlannedFunction['role'],
    place: { readonly file: string; readonly line: number },
  ): void => {
    const file = join(root, ...place.file.split('/'));
    functions.set(`${file}:${place.line}`, { file, line: place.line, role });
  };
  for (const { injectionPoint } of report.components)
    if (injectionPoint.kind === 'setter' || injectionPoint.kind === 'module-setter')
      add('injection', injectionPoint);
  return { root, events, functions: [...functions.values()] };
}
