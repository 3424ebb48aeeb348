/** Analyses a program of a Markdown file. The one place of these tests that knows how the analyser is called. */
import { readConfiguration } from '../../../server/src/config/read-configuration.ts';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { AnalysisResult, TraceNode } from '../../../server/src/analysis/api.ts';
import type { Report } from '../../../server/src/analysis/report.ts';
import { NEVER_CANCELLED } from '../../../server/src/base/cancellation.ts';
import { typescript } from '../../../server/src/main-typescript.ts';
import { PYTHON_MODELS } from '../../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../../server/src/source/memory-file-system.ts';
import type { ExpectedComponent, ExpectedRange, ExpectedStep } from './suite.ts';

/** @throws where the program's own configuration is not sound: that is a mistake of the Markdown file. */
export function analyseProgram(files: Readonly<Record<string, string>>): AnalysisResult {
  const fileSystem = new MemoryFileSystem(files);
  const { configuration, problems } = readConfiguration(fileSystem);
  const [problem] = problems;
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
  return analyze({
    fileSystem,
    configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models: { python: PYTHON_MODELS, typescript: () => typescript },
    token: NEVER_CANCELLED,
    clock: () => performance.now(),
  });
}

/**
 * The verdicts of the report for an expected component, in the form of the expectation; `undefined` where it is not in
 * the report. A component that was never come by is unused, whether or not the report names it.
 */
export function verdictsOf(
  report: Report,
  expected: ExpectedComponent,
): Readonly<Record<string, string>> | undefined {
  const found = report.components.find((component) => isExpected(component, expected));
  if (!found) return isUnused(expected) ? expected.verdicts : undefined;
  if ('' in expected.verdicts) return { '': found.verdict };
  return Object.fromEntries(
    Object.keys(expected.verdicts).map((name) => [name, found.verdicts[name] ?? 'not run']),
  );
}

/** The findings of the report by check and range, in the order of file and place. */
export function rangesOf(report: Report): readonly ExpectedRange[] {
  return report.findings.map(({ check, file, range }) => ({ check, file, range }));
}

/** The first expected step that no run of the trace has in this order; `undefined` where some run has them all. */
export function missingStep(
  { trace }: AnalysisResult,
  expected: readonly ExpectedStep[],
): ExpectedStep | undefined {
  const missing = trace.runs.map((run) => firstMissing(run.nodes, expected));
  return missing.includes(undefined) ? undefined : (missing[0] ?? expected[0]);
}

type Component = Report['components'][number];

function isExpected(component: Component, expected: ExpectedComponent): boolean {
  return (
    (component.component === expected.component || component.component.endsWith(`.${expected.component}`)) &&
    component.injectionPoint.name === expected.point &&
    (expected.file === undefined || component.file === expected.file)
  );
}

function isUnused(expected: ExpectedComponent): boolean {
  return Object.values(expected.verdicts).every((verdict) => verdict === 'unused');
}

function firstMissing(
  nodes: readonly TraceNode[],
  expected: readonly ExpectedStep[],
): ExpectedStep | undefined {
  const rest = [...expected];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node && rest.length > 0; node = stack.pop()) {
    const [next] = rest;
    if (next && isStep(node, next)) rest.shift();
    stack.push(...node.children.toReversed());
  }
  return rest[0];
}

function isStep(node: TraceNode, expected: ExpectedStep): boolean {
  return (
    node.kind === expected.kind &&
    node.file === expected.file &&
    node.line === expected.line &&
    (expected.decision === undefined || node.decided === expected.decision)
  );
}
