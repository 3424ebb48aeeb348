/**
 * The names of the checks and their severities: the one list that the configuration, the report and `checks/` share.
 * Must not know what a check does; that stands in `checks/<id>.ts`.
 */

export const CHECK_IDS = [
  'never-injected',
  'conditionally-injected',
  'legacy-setter',
  'wrong-dependency',
  'none-dependency',
  'injected-late',
  'dead-injection',
  'silent-skip',
  'environment-drift',
  'request-only-injection',
  'unawaited-setter',
  'wrong-instance',
  'failing-injection',
  'never-provided',
  'event-unreachable',
  'event-unwired',
  'unknown-event',
  'unbalanced-events',
  'invalid-contract',
  'unresolved-entry-point',
  'unused-ignore',
] as const;

/** Equals the stem of the check's file and of its page in `docs/checks/`. */
export type CheckId = (typeof CHECK_IDS)[number];

/** What a check can be set to; `off` silences it. */
export const SEVERITIES = ['error', 'warning', 'information', 'off'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a finding can have. */
export type ReportedSeverity = Exclude<Severity, 'off'>;
