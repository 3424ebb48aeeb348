/** Which events a suite is asked about. Must not know a run. */
import type { Report } from '../analysis/report.ts';
import type { Configuration } from '../config/configuration.ts';

/** Those by which people follow an agent at work, in the order in which they happen. */
export const DEFAULT_EVENTS: readonly string[] = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];

/** Those of the configuration, else those that the report knows, else the default. */
export function criticalEvents(configuration: Configuration, report: Report | undefined): readonly string[] {
  if (configuration.events.length > 0) return configuration.events;
  const reported = report?.events.map(({ name }) => name) ?? [];
  return reported.length > 0 ? reported : DEFAULT_EVENTS;
}
