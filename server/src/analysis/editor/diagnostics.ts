/** Findings and broken configurations as an editor shows them on lines. Must not know a protocol. */
import type { ConfigurationProblem } from '../../config/read-configuration.ts';
import type { Report, ReportFinding } from '../report.ts';
import type { EditorDiagnostic, RelatedPlace } from './analysis.ts';
import { findingId } from './finding-id.ts';
import { comparePositions, type TextPlaces } from './text-places.ts';

/** By file, in the order of their places. Findings without a file stand in none. */
export function editorDiagnostics(
  report: Report,
  problems: readonly ConfigurationProblem[],
  places: TextPlaces,
): ReadonlyMap<string, readonly EditorDiagnostic[]> {
  const found = new Map<string, EditorDiagnostic[]>();
  const add = (file: string, diagnostic: EditorDiagnostic): void => {
    const known = found.get(file);
    if (known) known.push(diagnostic);
    else if (file !== '') found.set(file, [diagnostic]);
  };
  for (const finding of report.findings) add(finding.file, ofFinding(finding, places));
  for (const problem of problems) add(problem.file, ofProblem(problem, places));
  for (const each of found.values()) each.sort((a, b) => comparePositions(a.range, b.range));
  return found;
}

function ofFinding(finding: ReportFinding, places: TextPlaces): EditorDiagnostic {
  return {
    id: findingId(finding),
    range: places.range(finding.range),
    severity: finding.severity,
    code: finding.check,
    message: finding.message,
    isUnreachable: finding.check === 'dead-injection',
    related: relatedOf(finding, places),
  };
}

function relatedOf({ steps }: ReportFinding, places: TextPlaces): readonly RelatedPlace[] {
  return steps.map((step, index) => {
    const state = step.state === '' ? '' : ` (${step.state})`;
    return { ...places.line(step), message: `${index + 1}/${steps.length} ${step.message}${state}` };
  });
}

function ofProblem(problem: ConfigurationProblem, places: TextPlaces): EditorDiagnostic {
  const { file, line, column, message } = problem;
  const lineEnd = places.line({ file, line }).range.end;
  const start = { line: line - 1, character: column - 1 };
  const end = lineEnd.character > start.character ? lineEnd : start;
  return {
    id: `invalid-configuration:${file}:${line}:${column}`,
    range: { start, end },
    severity: 'error',
    code: 'invalid-configuration',
    message: sentence(message),
    isUnreachable: false,
    related: [],
  };
}

function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}
