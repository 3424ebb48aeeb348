/** All checks, in the order of their ids in the configuration. */
import type { Check, WiringCheck } from './check.ts';
import { CONDITIONALLY_INJECTED } from './conditionally-injected.ts';
import { DEAD_INJECTION } from './dead-injection.ts';
import { ENVIRONMENT_DRIFT } from './environment-drift.ts';
import type { EventCheck } from './event-check.ts';
import { EVENT_UNREACHABLE } from './event-unreachable.ts';
import { EVENT_UNWIRED } from './event-unwired.ts';
import { FAILING_INJECTION } from './failing-injection.ts';
import { INJECTED_LATE } from './injected-late.ts';
import { INVALID_CONTRACT } from './invalid-contract.ts';
import { LEGACY_SETTER } from './legacy-setter.ts';
import { NEVER_INJECTED } from './never-injected.ts';
import { NEVER_PROVIDED } from './never-provided.ts';
import { NONE_DEPENDENCY } from './none-dependency.ts';
import { REQUEST_ONLY_INJECTION } from './request-only-injection.ts';
import { SILENT_SKIP } from './silent-skip.ts';
import { UNAWAITED_SETTER } from './unawaited-setter.ts';
import { UNBALANCED_EVENTS } from './unbalanced-events.ts';
import { UNKNOWN_EVENT } from './unknown-event.ts';
import { UNUSED_IGNORE } from './suppressions.ts';
import { UNRESOLVED_ENTRY_POINT } from './unresolved-entry-point.ts';
import { WRONG_DEPENDENCY } from './wrong-dependency.ts';
import { WRONG_INSTANCE } from './wrong-instance.ts';

/** Checks that look at one component in one run. */
export const WIRING_CHECKS: readonly WiringCheck[] = [
  NEVER_INJECTED,
  CONDITIONALLY_INJECTED,
  LEGACY_SETTER,
  WRONG_DEPENDENCY,
  NONE_DEPENDENCY,
  DEAD_INJECTION,
  SILENT_SKIP,
  ENVIRONMENT_DRIFT,
  UNAWAITED_SETTER,
  FAILING_INJECTION,
  INJECTED_LATE,
  REQUEST_ONLY_INJECTION,
  WRONG_INSTANCE,
];

/** Checks that look at the critical events of all runs. */
export const EVENT_CHECKS: readonly EventCheck[] = [
  EVENT_UNREACHABLE,
  EVENT_UNWIRED,
  UNKNOWN_EVENT,
  UNBALANCED_EVENTS,
];

export const CHECKS: readonly Check[] = [
  ...WIRING_CHECKS,
  ...EVENT_CHECKS,
  NEVER_PROVIDED,
  INVALID_CONTRACT,
  UNRESOLVED_ENTRY_POINT,
  UNUSED_IGNORE,
];
