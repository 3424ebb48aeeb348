/** What checks there are, for readers of reports that list them. Must not know how they work. */
import { CHECKS } from '../checks/registry.ts';
import type { CheckId, ReportedSeverity } from '../config/checks.ts';

export interface CheckDescription {
  readonly id: CheckId;
  /** What it reports, in one line. */
  readonly summary: string;
  /** Where the configuration says nothing else. */
  readonly severity: ReportedSeverity;
  /** Its page, from the root of the documentation. */
  readonly page: string;
}

/** In the order of their ids. */
export const CHECK_CATALOGUE: readonly CheckDescription[] = CHECKS.map(({ id, summary, severity, url }) => ({
  id,
  summary,
  severity,
  page: url,
})).toSorted((a, b) => (a.id < b.id ? -1 : 1));
