/** What the probe is told: the critical events, which functions inject, and which classes emit, as the dry run found them. Must not know how the probe works. */
import type { Report } from '../analysis/report.ts';

/** As the probes read it (that of Node.js reads no classes); paths absolute. */
export interface ProbePlan {
  readonly root: string;
  readonly events: readonly string[];
  /** Functions that inject, by the line of their definition, from 1. */
  readonly functions: readonly { readonly file: string; readonly line: number; readonly name?: string }[];
  /** Classes whose methods emit: those that need something to emit through. */
  readonly classes: readonly { readonly file: string; readonly name: string }[];
}

/** `join` makes an absolute path of the root and a path below it. */
export function probePlan(
  report: Report,
  events: readonly string[],
  root: string,
  join: (...parts: readonly string[]) => string,
): ProbePlan {
  const absolute = (file: string): string => join(root, ...file.split('/'));
  const functions = new Map<string, ProbePlan['functions'][number]>();
  const classes = new Map<string, ProbePlan['classes'][number]>();
  for (const { injectionPoint, kind, component, file } of report.components) {
    const isCalled = injectionPoint.kind === 'setter' || injectionPoint.kind === 'module-setter';
    const { line } = injectionPoint;
    const place = absolute(injectionPoint.file);
    if (isCalled) functions.set(`${place}:${line}`, { file: place, line, name: injectionPoint.name });
    if (kind === 'class') classes.set(`${file}:${component}`, { file: absolute(file), name: component });
  }
  return { root, events, functions: [...functions.values()], classes: [...classes.values()] };
}
