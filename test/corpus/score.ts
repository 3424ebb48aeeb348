/** Holds a report against the labels of an application. Must not know how either came about. */
import type {
  Report,
  ReportComponent,
  ReportFinding,
  ReportPlace,
} from '../../server/src/analysis/report.ts';
import type { Label } from './labels.ts';

export interface LabelScore {
  readonly label: Label;
  /** The verdict of the report; `missing` where it lists no such component. */
  readonly verdict: string;
  readonly outcome: 'right' | 'wrong' | 'unresolved';
  /** Whether a finding that is more than a hint is about it. */
  readonly reported: boolean;
}

export interface FindingScore {
  readonly finding: ReportFinding;
  /** `other`: about no labelled component. */
  readonly outcome: 'true' | 'false' | 'hint' | 'other';
}

export interface Score {
  readonly labels: readonly LabelScore[];
  readonly findings: readonly FindingScore[];
  readonly missed: readonly Label[];
}

export function scoreReport(labels: readonly Label[], report: Report): Score {
  const strict = labels.filter((label) => !label.borderline);
  const scored = labels.map((label) => scoreLabel(label, labels, report));
  const findings = report.findings.map((finding) => scoreFinding(finding, labels, report));
  const missed = strict.filter(
    (label) => label.expectReport === true && !scored.find((score) => score.label === label)?.reported,
  );
  return { labels: scored.filter(({ label }) => !label.borderline), findings, missed };
}

function scoreLabel(label: Label, labels: readonly Label[], report: Report): LabelScore {
  const component = componentOf(label, report);
  const verdict = component ? verdictOf(label, labels, component, report) : 'missing';
  return {
    label,
    verdict,
    outcome: outcomeOf(label, verdict),
    reported: report.findings.some(
      (finding) =>
        !isHint(finding) && (labelsOf(finding, labels, report).includes(label) || isListedIn(finding, label)),
    ),
  };
}

/** What no entry point loads is not listed: then it is not used. */
function outcomeOf(label: Label, verdict: string): LabelScore['outcome'] {
  if (label.accept.includes(verdict === 'missing' ? 'unused' : verdict)) return 'right';
  return verdict === 'unresolved' ? 'unresolved' : 'wrong';
}

/** The component of the report that a label is about: same file, same class or module, same attribute, else same setter. */
export function componentOf(label: Label, report: Report): ReportComponent | undefined {
  return report.components.find(
    (component) =>
      isNamed(label, component) &&
      (label.attribute === undefined
        ? label.setters.includes(component.injectionPoint.name)
        : component.injectionPoint.attribute === label.attribute),
  );
}

function isNamed(label: Label, component: ReportComponent): boolean {
  if (component.file !== label.file && label.kind !== 'external') return false;
  if (label.kind === 'module') return component.kind === 'module';
  return label.component.split(/[^\w$]+/).includes(component.component);
}

/**
 * Several labels may be about one component of the report, each about other instances: those are told by the places where a
 * label's evidence says that they are made, else by a file that only one label's evidence names; what no label claims is left to the labels that claim none.
 */
function verdictOf(
  label: Label,
  labels: readonly Label[],
  component: ReportComponent,
  report: Report,
): string {
  const group = labels.filter((other) => componentOf(other, report) === component);
  if (group.length === 1 || component.kind === 'module') return component.verdict;
  const claimed = (of: Label): readonly ReportComponent['instances'][number][] =>
    component.instances.filter(
      (instance) =>
        of.evidence.some((place) => isNear(place, instance)) ||
        (isClaimable(instance) && isOnlyIn(of, instance)),
    );
  const isClaimable = (instance: ReportPlace): boolean =>
    !group.some(({ evidence }) => evidence.some((place) => isNear(place, instance)));
  const isOnlyIn = (of: Label, { file }: ReportPlace): boolean =>
    group.every((other) => (other === of) === other.evidence.some((place) => place.file === file));
  const own = claimed(label);
  const others = new Set(group.flatMap((other) => (other === label ? [] : claimed(other))));
  const instances = own.length > 0 ? own : component.instances.filter((instance) => !others.has(instance));
  const verdicts = new Set(instances.map((instance) => instance.verdict));
  if (label.verdict === 'unused') return own.length === 0 ? 'missing' : [...verdicts].join(' or ');
  if (verdicts.size === 0) return 'missing';
  return worst(verdicts);
}

const WEIGHT = [
  'unused',
  'wired',
  'unresolved',
  'request-only',
  'late',
  'conditional',
  'wrong-dependency',
  'wrong-setter',
  'never',
];

function worst(verdicts: ReadonlySet<string>): string {
  return [...verdicts].sort((a, b) => WEIGHT.indexOf(b) - WEIGHT.indexOf(a))[0] ?? 'missing';
}

function isNear(a: ReportPlace, b: ReportPlace): boolean {
  return a.file === b.file && Math.abs(a.line - b.line) <= 3;
}

function scoreFinding(finding: ReportFinding, labels: readonly Label[], report: Report): FindingScore {
  const about = labelsOf(finding, labels, report);
  if (about.length === 0) return { finding, outcome: 'other' };
  if (about.some(({ expectReport }) => expectReport === true)) return { finding, outcome: 'true' };
  if (isHint(finding) || about.some(({ borderline }) => borderline)) return { finding, outcome: 'hint' };
  return { finding, outcome: 'false' };
}

function isHint(finding: ReportFinding): boolean {
  return finding.severity === 'information';
}

/** The labels that a finding is about: of a component of several labels those whose instances or evidence it marks. */
function labelsOf(finding: ReportFinding, labels: readonly Label[], report: Report): readonly Label[] {
  const about = labels.filter((label) => {
    const component = componentOf(label, report);
    return component?.component === finding.component && speaksOf(finding, component);
  });
  if (about.length <= 1) return about;
  const places = [{ file: finding.file, line: finding.range.start.line }, ...finding.steps];
  const marked = about.filter((label) =>
    label.evidence.some((evidence) => places.some((place) => isNear(place, evidence))),
  );
  const expected = (marked.length > 0 ? marked : about).filter(({ expectReport }) => expectReport === true);
  return expected.length > 0 ? expected : marked.length > 0 ? marked : about;
}

/** Whether the finding of another component says that this one lacks its dependency because of it: it names it, and a step stands there. */
function isListedIn({ component, message, steps }: ReportFinding, label: Label): boolean {
  const words = new Set(message.match(/[\w$]+/g));
  const name = /^[\w$]+/.exec(label.component)?.[0];
  return (
    name !== undefined &&
    name !== component &&
    words.has(name) &&
    steps.some((step) => label.evidence.some((evidence) => isNear(step, evidence)))
  );
}

function speaksOf(finding: ReportFinding, { injectionPoint }: ReportComponent): boolean {
  const words = new Set(finding.message.match(/[\w$]+/g));
  return words.has(injectionPoint.attribute) || words.has(injectionPoint.name);
}
