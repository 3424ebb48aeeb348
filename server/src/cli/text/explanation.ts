/** What a dry run knows about one line, as a person reads it. Must not know where the line came from. */
import type { AnalysisResult, TraceNode, TraceTree } from '../../analysis/api.ts';
import type { Report, ReportPlace } from '../../analysis/report.ts';
import { sourceOf } from './excerpt.ts';
import { findingLines } from './finding.ts';
import { listed } from './layout.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

export function explanation(style: Style, result: AnalysisResult, place: ReportPlace): string {
  const head = [
    style.bold(`${style.file(place.file)}:${place.line}`),
    ...sourceOf(style, place.file, place.line),
  ];
  const facts = [
    ...componentFacts(result.report, place),
    ...eventFacts(result.report, place),
    ...traceFacts(result.trace, place),
    ...unresolvedFacts(result.report, place),
  ].map((fact) => `  - ${printable(fact)}`);
  const findings = findingBlocks(style, result.report, place);
  const nothing = facts.length === 0 && findings.length === 0 ? [`  ${NOTHING}`] : [];
  return `${[[...head, ...facts, ...nothing], ...findings].map((block) => block.join('\n')).join('\n\n')}\n`;
}

const NOTHING = 'No dry run comes by here, and no component, injection or event stands here.';

function componentFacts(report: Report, place: ReportPlace): readonly string[] {
  return report.components.flatMap((component) => {
    const { injectionPoint, injections, instances } = component;
    const name = component.component;
    const verdicts = Object.entries(component.verdicts).map(([environment, verdict]) =>
      environment === '' ? verdict : `${verdict} in ${environment}`,
    );
    return [
      ...(isAt(component, place) ? [`${name} is defined here: ${listed(verdicts)}`] : []),
      ...(isAt(injectionPoint, place)
        ? [`${injectionPoint.name} hands ${name} its ${injectionPoint.attribute}: ${listed(verdicts)}`]
        : []),
      ...instances
        .filter((instance) => isAt(instance, place))
        .map(() => `an instance of ${name} is created here`),
      ...injections
        .filter((injection) => isAt(injection, place))
        .map(({ phase, reached, guards }) => {
          const under = guards.length === 0 ? '' : `, under ${listed(guards)}`;
          return `here ${name} would be injected (phase: ${phase}); ${reached ? 'the dry run comes by' : 'no dry run comes by'}${under}`;
        }),
    ];
  });
}

function eventFacts(report: Report, place: ReportPlace): readonly string[] {
  return report.events.flatMap(({ name, emitters }) =>
    emitters
      .filter((emitter) => isAt(emitter, place))
      .map(({ reached, wired }) => {
        if (!reached) return `${name} would be emitted here, and nothing that serves comes by`;
        return `${name} is emitted here, ${wired ? 'and has what it is sent through' : 'and has nothing to be sent through'}`;
      }),
  );
}

/** What happens here, each thing once, with the environments it happens in. */
function traceFacts(trace: TraceTree, place: ReportPlace): readonly string[] {
  const environmentsOf = new Map<string, Set<string>>();
  for (const run of trace.runs) {
    for (const node of nodesAt(run.nodes, place)) {
      const fact = nodeFact(node);
      environmentsOf.set(fact, (environmentsOf.get(fact) ?? new Set()).add(run.environment));
    }
  }
  const all = new Set(trace.runs.map((run) => run.environment)).size;
  return [...environmentsOf].map(([fact, environments]) =>
    environments.size === all ? fact : `${fact} (in ${listed([...environments])})`,
  );
}

function nodesAt(roots: readonly TraceNode[], place: ReportPlace): readonly TraceNode[] {
  const found: TraceNode[] = [];
  const stack = roots.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isAt(node, place)) found.push(node);
    stack.push(...node.children.toReversed());
  }
  return found;
}

function nodeFact({ kind, message, decided, reason, state }: TraceNode): string {
  const way = decided === undefined ? '' : decided === 'open' ? ', which is open' : `, which is ${decided}`;
  const why = reason === undefined ? '' : `, because ${reason}`;
  return `${kind}: ${message}${way}${why}${state ? `; then ${state}` : ''}`;
}

function unresolvedFacts(report: Report, place: ReportPlace): readonly string[] {
  return report.unresolved.filter((item) => isAt(item, place)).map(({ reason }) => `not followed: ${reason}`);
}

/** Findings on the line in full; of those that only pass by it, the step. */
function findingBlocks(style: Style, report: Report, place: ReportPlace): readonly (readonly string[])[] {
  return report.findings.flatMap((finding) => {
    const { start, end } = finding.range;
    if (finding.file === place.file && start.line <= place.line && place.line <= end.line) {
      return [findingLines(style, finding)];
    }
    const step = finding.steps.findIndex((candidate) => isAt(candidate, place));
    if (step < 0) return [];
    const where = `${style.file(finding.file)}:${start.line}`;
    return [
      [
        `step ${step + 1}/${finding.steps.length} of ${finding.check} at ${where}`,
        `  ${printable(finding.message)}`,
      ],
    ];
  });
}

function isAt(candidate: ReportPlace, place: ReportPlace): boolean {
  return candidate.file === place.file && candidate.line === place.line;
}
