/** What the status item says in each state. Must not know the editor. */
import type { SuiteRun } from '../../../server/src/protocol/suites.ts';
import type { ServerStatus } from '../client.ts';

export interface StatusWords {
  readonly text: string;
  readonly detail: string;
  readonly isBusy: boolean;
  readonly isBad: boolean;
}

/** `last`: the last run of an event suite. */
export function statusWords(status: ServerStatus, last?: SuiteRun): StatusWords {
  const isBusy = status.state === 'starting' || status.state === 'analysing';
  const isBad = status.state === 'stopped' || status.state === 'degraded';
  return {
    text: `Wiretrace: ${textOf(status)}${last ? `, ${eventsOf(last)}` : ''}`,
    detail: detailOf(status),
    isBusy,
    isBad,
  };
}

function textOf(status: ServerStatus): string {
  switch (status.state) {
    case 'starting':
      return 'starting';
    case 'stopped':
      return 'stopped';
    case 'analysing':
      return 'following startup';
    case 'degraded':
      return 'not up to date';
    case 'ready':
    case 'restricted':
      return status.entryPoints === 0 ? 'no entry point' : counted(status.findings, 'finding');
  }
}

/** `events 5/5`: of those that the last run was asked about. */
function eventsOf({ events, evidence }: SuiteRun): string {
  if (evidence === 'tests-only') return 'events not observed';
  return `events ${events.filter(({ observed }) => observed).length}/${events.length}`;
}

function detailOf(status: ServerStatus): string {
  const parts = [status.message];
  if ('events' in status && status.events)
    parts.push(`${status.events.deliverable} of ${status.events.critical} critical events can arrive`);
  if (status.state === 'restricted') parts.push('Restricted Mode: everything is analysed, nothing is run');
  return parts.filter((part) => part !== '').join(' · ');
}

function counted(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
