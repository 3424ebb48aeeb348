/** Labels of real applications: what somebody who read the code says of each component. Must not know a report. */
import { readFileSync } from 'node:fs';

export interface Evidence {
  readonly file: string;
  readonly line: number;
}

export interface Label {
  readonly component: string;
  readonly kind: 'class' | 'module' | 'external';
  readonly file: string;
  /** Names by which it may be handed over; empty where there is no setter. */
  readonly setters: readonly string[];
  /** Where it is kept; `undefined` where the component only passes it on. */
  readonly attribute: string | undefined;
  /** In the words of a report. */
  readonly verdict: string;
  /** Verdicts that are right, `verdict` among them. */
  readonly accept: readonly string[];
  /** `hint`: true, but deliberate or harmless. */
  readonly expectReport: boolean | 'hint';
  readonly borderline: boolean;
  readonly evidence: readonly Evidence[];
}

export interface LabelledApplication {
  readonly repo: string;
  readonly commit: string;
  /** Files that the labels hold for. */
  readonly entries: readonly string[];
  readonly labels: readonly Label[];
}

interface RawLabel {
  readonly component: string;
  readonly kind: string;
  readonly file: string;
  readonly setter?: string | null;
  readonly attribute?: string;
  readonly property?: string;
  readonly verdict: string;
  readonly accept?: readonly string[];
  readonly expect_report?: boolean | 'hint';
  readonly borderline?: boolean;
  readonly evidence?: readonly Evidence[];
}

interface RawApplication {
  readonly repo: string;
  readonly commit: string;
  readonly entry: { readonly file: string };
  readonly other_entries?: readonly { readonly file: string }[];
  readonly components: readonly RawLabel[];
}

const KINDS: ReadonlyMap<string, Label['kind']> = new Map([
  ['class', 'class'],
  ['module', 'module'],
  ['module attribute', 'module'],
]);

/** Words of labels that a report says otherwise. */
const IN_REPORT: ReadonlyMap<string, string> = new Map([
  ['not_used', 'unused'],
  ['request_only', 'request-only'],
  ['wrong_object', 'wrong-dependency'],
  ['wrong_setter', 'wrong-setter'],
]);

const REPORTED = new Set(['never', 'conditional', 'late', 'request-only']);

export function readLabels(file: string): readonly LabelledApplication[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as readonly RawApplication[]).map(applicationOf);
}

export function applicationOf(raw: RawApplication): LabelledApplication {
  return {
    repo: raw.repo,
    commit: raw.commit,
    entries: [raw.entry, ...(raw.other_entries ?? [])].map(({ file }) => file),
    labels: raw.components.map(labelOf),
  };
}

function labelOf(raw: RawLabel): Label {
  const verdict = inReport(raw.verdict);
  return {
    component: raw.component,
    kind: KINDS.get(raw.kind) ?? 'external',
    file: raw.file,
    setters: namesIn(raw.setter ?? ''),
    attribute: namesIn(raw.attribute ?? raw.property ?? '')[0],
    verdict,
    accept: [...new Set([verdict, ...(raw.accept ?? []).map(inReport)])],
    expectReport: raw.expect_report ?? REPORTED.has(verdict),
    borderline: raw.borderline ?? false,
    evidence: raw.evidence ?? [],
  };
}

function inReport(verdict: string): string {
  return IN_REPORT.get(verdict) ?? verdict;
}

/** The names before a remark in brackets: `sio (class attribute default)` gives `sio`, `(attribute assignment)` nothing. */
function namesIn(text: string): readonly string[] {
  return /^[\w$]+/.exec(text) ?? [];
}
